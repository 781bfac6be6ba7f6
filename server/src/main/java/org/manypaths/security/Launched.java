package org.manypaths.security;

import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/** Who signed in to an app, and whose record the app was opened with. */
final class Launched {

    private final Users users;
    private final Launches launches;

    Launched(Users users, Launches launches) {
        this.users = users;
        this.launches = launches;
    }

    /** Nobody refreshes a token for somebody who may not sign in any more. */
    User user(JwtEncodingContext context) {
        return users.find(context.getPrincipal().getName())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }

    void describe(JwtEncodingContext context) {
        User user = user(context);
        context.getClaims().claim("fhirUser", user.fhirUser());
        if (user.role() == Role.OPERATOR) {
            context.getClaims().claim(TokenRules.OPERATOR, true);
        }
        if (LaunchRules.needsPatient(Scopes.of(context.getAuthorizedScopes()))) {
            patient(context, user).ifPresent(patient -> context.getClaims().claim("patient", patient));
        }
    }

    private Optional<String> patient(JwtEncodingContext context, User user) {
        OAuth2Authorization grant = context.getAuthorization();
        OAuth2AuthorizationRequest request =
                grant == null ? null : grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        Optional<String> launched = Optional.ofNullable(request)
                .map(asked -> asked.getAdditionalParameters().get("launch"))
                .flatMap(word ->
                        launches.patientOfGrant(context.getRegisteredClient().getClientId(), word.toString()));
        return user.person() == null ? launched : Optional.of(user.person());
    }
}
