package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Takes the client from the assertion alone: SMART Backend Services sends no {@code client_id}, which Spring's own
 * converter requires.
 */
final class AssertionConverter implements AuthenticationConverter {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String TYPE_NAME = "client_assertion_type";
    private static final String ASSERTION_NAME = "client_assertion";
    private static final ClientAuthenticationMethod METHOD = new ClientAuthenticationMethod(TYPE);

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (request.getParameter(TYPE_NAME) == null && request.getParameter(ASSERTION_NAME) == null) {
            return null;
        }
        if (!TYPE.equals(single(request, TYPE_NAME))) {
            throw refused(TYPE_NAME + " must be " + TYPE + ".");
        }
        String compact = single(request, ASSERTION_NAME);
        String client = client(compact);
        if (request.getParameter("client_id") != null && !client.equals(single(request, "client_id"))) {
            throw refused("client_id and the sub of the assertion differ.");
        }
        return new OAuth2ClientAuthenticationToken(client, METHOD, compact, others(request));
    }

    private static String client(String compact) {
        try {
            return SignedToken.of(compact)
                    .text("sub")
                    .orElseThrow(() -> new AssertionException("sub must be the id of the client."));
        } catch (AssertionException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** What the proof of the code (PKCE) is looked for in; Spring does it with the authentication of the client. */
    private static Map<String, Object> others(HttpServletRequest request) {
        Map<String, Object> others = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length == 1 && !name.equals(ASSERTION_NAME) && !name.equals(TYPE_NAME)) {
                others.put(name, values[0]);
            }
        });
        others.remove("client_id");
        return others;
    }

    private static String single(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .filter(values -> values.length == 1)
                .map(values -> values[0])
                .orElseThrow(() -> refused(name + " must stand in the form once."));
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, why, null));
    }
}
