package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Which app may send a browser here at all: one that is registered, and that wants it back at an address of its own
 * (RFC 6749, 4.1.2.1: whoever fails at that is told here, and sent nowhere).
 */
final class AppRules {

    private final RegisteredClients clients;

    AppRules(RegisteredClients clients) {
        this.clients = clients;
    }

    /** Why the browser may not go on. */
    record Problem(String parameter, String words, String remedy) {}

    Optional<Problem> problem(HttpServletRequest request) {
        RegisteredClient app = Optional.ofNullable(request.getParameter("client_id"))
                .filter(id -> !id.isEmpty())
                .map(clients::findByClientId)
                .orElse(null);
        if (app == null) {
            return Optional.of(new Problem(
                    "client_id",
                    "The app that sent you here is not registered under the name that it gave.",
                    "Whoever makes the app sends as client_id the id that the operator of this server registered it"
                            + " under."));
        }
        return isOwnAddress(app, request)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "redirect_uri",
                        "The app that sent you here wants you back at an address that is not registered for it.",
                        "Whoever makes the app sends as redirect_uri an address that is registered for it, letter by"
                                + " letter, or has the operator of this server register this one."));
    }

    /** By the rule that is asked again when the code is made. */
    private static boolean isOwnAddress(RegisteredClient app, HttpServletRequest request) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = new OAuth2AuthorizationCodeRequestAuthenticationToken(
                Endpoints.AUTHORIZE,
                app.getClientId(),
                new AnonymousAuthenticationToken("browser", "browser", AuthorityUtils.createAuthorityList("BROWSER")),
                request.getParameter("redirect_uri"),
                null,
                scopes(request),
                Map.of());
        try {
            OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(
                    OAuth2AuthorizationCodeRequestAuthenticationContext.with(asked)
                            .registeredClient(app)
                            .build());
            return true;
        } catch (OAuth2AuthenticationException e) {
            return false;
        }
    }

    private static Set<String> scopes(HttpServletRequest request) {
        return Set.copyOf(java.util.List.of(
                Optional.ofNullable(request.getParameter("scope")).orElse("").split(" ", -1)));
    }
}
