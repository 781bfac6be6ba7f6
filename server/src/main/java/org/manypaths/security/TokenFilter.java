package org.manypaths.security;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.OutcomeWriter;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands in front of the FHIR endpoint: whoever shows no valid token gets 401, whatever they ask for. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCHEME = "bearer ";
    private static final String REMEDY =
            "Ask the token endpoint for one; /fhir/.well-known/smart-configuration says where that is.";

    private static final Logger log = LoggerFactory.getLogger(TokenFilter.class);

    private final SessionOpening sessions;
    private final OpenPaths open;
    private final FhirContext fhirContext;

    TokenFilter(SessionOpening sessions, OpenPaths open, FhirContext fhirContext) {
        this.sessions = sessions;
        this.open = open;
        this.fhirContext = fhirContext;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open.contains(request)) {
            // Any app in a browser may find out how to ask for access.
            response.setHeader("Access-Control-Allow-Origin", "*");
            chain.doFilter(request, response);
            return;
        }
        String header = request.getHeader("Authorization");
        if (header == null || !isBearer(header)) {
            response.setHeader(CHALLENGE, "Bearer realm=\"fhir\"");
            refuse(response, "This needs an access token, in the header Authorization: Bearer.");
            return;
        }
        try {
            Sessions.put(
                    request, sessions.open(header.substring(SCHEME.length()).strip()));
        } catch (TokenException e) {
            response.setHeader(
                    CHALLENGE,
                    "Bearer realm=\"fhir\", error=\"invalid_token\", error_description=\"" + e.getMessage() + "\"");
            refuse(response, e.getMessage());
            return;
        } catch (DataAccessException e) {
            log.error("The database does not answer", e);
            response.setHeader("Retry-After", "10");
            OutcomeWriter.write(response, fhirContext, outage());
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isBearer(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    private void refuse(HttpServletResponse response, String problem) throws IOException {
        OutcomeWriter.write(response, fhirContext, RequestCode.UNAUTHORIZED.refusal(problem, REMEDY));
    }

    /** Without the database nobody knows whether the token still counts. */
    private static Refusal outage() {
        return new Refusal(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                Issue.error(IssueType.TRANSIENT, "request/unavailable", "The server cannot reach its database.")
                        .remedy("Try again in a few seconds."));
    }
}
