package org.manypaths.security;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may call.
 *
 * @param clients registered here rather than by command
 * @param issuer whose tokens are accepted in place of our own
 * @param jwks where that issuer publishes its keys
 * @param tokenEndpoint where that issuer gives tokens, for our discovery document
 */
@ConfigurationProperties("manypaths.security")
record SecuritySettings(
        List<ClientEntry> clients,
        @Nullable URI issuer,
        @Nullable URI jwks,
        @Nullable URI tokenEndpoint) {

    SecuritySettings(
            @Nullable List<ClientEntry> clients,
            @Nullable URI issuer,
            @Nullable URI jwks,
            @Nullable URI tokenEndpoint) {
        this.clients = clients == null ? List.of() : List.copyOf(clients);
        this.issuer = issuer;
        this.jwks = jwks;
        this.tokenEndpoint = tokenEndpoint;
        if ((issuer == null) != (jwks == null) || (issuer == null) != (tokenEndpoint == null)) {
            throw new RegistrationException("manypaths.security.issuer, manypaths.security.jwks and"
                    + " manypaths.security.token-endpoint go together.");
        }
        if (jwks != null && !RegistrationRules.isSafe(jwks)) {
            throw new RegistrationException("manypaths.security.jwks must be an https address, not " + jwks);
        }
    }
}
