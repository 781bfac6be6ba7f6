package org.manypaths.limits;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.manypaths.refusal.OutcomeWriter;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns requests away that are too long, by what they say of themselves or, where they say nothing, by what comes; and
 * those that cannot be read.
 */
class RequestSizeFilter extends OncePerRequestFilter {

    private final LimitSettings limits;
    private final FhirContext fhirContext;

    RequestSizeFilter(LimitSettings limits, FhirContext fhirContext) {
        this.limits = limits;
        this.fhirContext = fhirContext;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Refusal> refusal = tooLong(request).or(() -> RequestForm.check(request));
        if (refusal.isPresent()) {
            OutcomeWriter.write(response, fhirContext, refusal.get());
            return;
        }
        chain.doFilter(new BoundedRequest(request, limits), response);
    }

    private Optional<Refusal> tooLong(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (request.getRequestURI().length() + query.length() > limits.url().toBytes()) {
            return Optional.of(RequestCode.URL_TOO_LONG.refusal(
                    "The URL is longer than " + limits.url().toBytes() + " characters.",
                    "Search with POST to _search, which takes the parameters in the body."));
        }
        if (request.getContentLengthLong() > limits.body().toBytes()) {
            return Optional.of(BoundedStream.tooLarge(limits.body()));
        }
        return Optional.empty();
    }
}
