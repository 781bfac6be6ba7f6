package org.manypaths.operations;

import ca.uhn.fhir.rest.server.ServletRequestTracing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its id: in the answer's header, in the log, and in what HAPI thinks of as the request id. */
class RequestIdFilter extends OncePerRequestFilter {

    private final Supplier<String> generator;

    RequestIdFilter(Supplier<String> generator) {
        this.generator = generator;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestId id = RequestId.of(request.getHeader(RequestId.HEADER), generator);
        id.attachTo(request);
        request.setAttribute(ServletRequestTracing.ATTRIBUTE_REQUEST_ID, id.value());
        response.setHeader(RequestId.HEADER, id.value());
        try (var logged = MDC.putCloseable(RequestId.LOGGED_AS, id.value())) {
            chain.doFilter(request, response);
        }
    }
}
