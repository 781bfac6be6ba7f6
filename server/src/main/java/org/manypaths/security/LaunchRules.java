package org.manypaths.security;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** What an app must say when it sends the browser here (SMART App Launch 2.2). */
final class LaunchRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final Set<String> PATIENT = Set.of("launch/patient");

    private final ScopeGate gate;
    private final Launches launches;
    private final Users users;
    private final Endpoints endpoints;

    LaunchRules(ScopeGate gate, Launches launches, Users users, Endpoints endpoints) {
        this.gate = gate;
        this.launches = launches;
        this.users = users;
        this.endpoints = endpoints;
    }

    /** Whether the scopes make sense only with one person's record. */
    static boolean needsPatient(Scopes scopes) {
        return scopes.others().stream().anyMatch(PATIENT::contains)
                || scopes.others().contains("launch")
                || scopes.resources().stream().anyMatch(scope -> scope.context() == Scope.Context.PATIENT);
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        try {
            check(context.getRegisteredClient().getClientId(), asked);
        } catch (OAuth2AuthenticationException e) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    e.getError(),
                    withRedirect(asked, context.getRegisteredClient().getRedirectUris()));
        }
    }

    private void check(String client, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Object audience = asked.getAdditionalParameters().get("aud");
        if (audience == null || !audience.toString().replaceAll("/$", "").equals(endpoints.fhir())) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "aud must be " + endpoints.fhir());
        }
        Scopes scopes = gate.check(client, asked.getScopes());
        if (scopes.resources().stream().anyMatch(scope -> scope.context() == Scope.Context.SYSTEM)) {
            throw refused(
                    OAuth2ErrorCodes.INVALID_SCOPE, "Scopes beginning with system/ are for clients by themselves");
        }
        checkLaunch(client, scopes, asked);
    }

    private void checkLaunch(String client, Scopes scopes, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Object word = asked.getAdditionalParameters().get("launch");
        if (word == null) {
            if (scopes.others().contains("launch")) {
                throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "The scope launch needs the parameter launch");
            }
            return;
        }
        Optional<String> patient = launches.patient(client, word.toString());
        if (patient.isEmpty()) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "launch is unknown, too old, or for another app");
        }
        @Nullable
        String own = users.find(((Authentication) asked.getPrincipal()).getName())
                .map(User::person)
                .orElse(null);
        if (own != null && !own.equals(patient.get())) {
            throw refused(OAuth2ErrorCodes.ACCESS_DENIED, "A person opens their own record only");
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationToken withRedirect(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked, Set<String> registered) {
        String redirect = asked.getRedirectUri() == null ? registered.iterator().next() : asked.getRedirectUri();
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                redirect,
                asked.getState(),
                asked.getScopes(),
                asked.getAdditionalParameters());
    }

    private static OAuth2AuthenticationException refused(String code, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, why, null));
    }
}
