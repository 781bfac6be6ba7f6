package org.manypaths.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Brings requests to the authorization server, which is put together when the first one comes: by then the public
 * address is known, and a start does not wait for it.
 */
final class AuthorizationFilter extends OncePerRequestFilter {

    /** Many times the largest form that makes sense. */
    static final int LARGEST_FORM = 65_536;

    private final Set<String> paths;
    private final AuthorizeGate gate;
    private final SingletonSupplier<Filter> server;

    AuthorizationFilter(Set<String> paths, AuthorizeGate gate, Supplier<Filter> server) {
        this.paths = paths;
        this.gate = gate;
        this.server = SingletonSupplier.of(server);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!paths.contains(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getContentLengthLong() > LARGEST_FORM) {
            OAuthErrors.write(
                    response,
                    HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                    "invalid_request",
                    "The request is larger than " + LARGEST_FORM + " bytes.");
            return;
        }
        response.setHeader("Pragma", "no-cache");
        if (request.getRequestURI().equals(Endpoints.AUTHORIZE) && gate.answers(request, response)) {
            return;
        }
        server.obtain().doFilter(request, response, chain);
    }
}
