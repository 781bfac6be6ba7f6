package org.manypaths.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the headers on every answer that keep a browser from running, guessing, framing, forwarding or keeping it.
 *
 * <p>A page that needs more than nothing sets its own {@code Content-Security-Policy} in place of this one.
 */
class ResponseHeadersFilter extends OncePerRequestFilter {

    static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** What Swagger's page needs: its own scripts, and the styles it writes into the page. */
    static final String OWN_SCRIPTS = "default-src 'self'; script-src 'self' 'unsafe-inline'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse discreet = new DiscreetResponse(response);
        discreet.setHeader("X-Content-Type-Options", "nosniff");
        discreet.setHeader("Referrer-Policy", "no-referrer");
        discreet.setHeader("Cache-Control", "no-store");
        discreet.setHeader("Content-Security-Policy", isSwagger(request) ? OWN_SCRIPTS : NOTHING);
        chain.doFilter(request, discreet);
    }

    private static boolean isSwagger(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/fhir/swagger-ui/");
    }
}
