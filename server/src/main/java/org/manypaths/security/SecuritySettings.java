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
 */
@ConfigurationProperties("manypaths.security")
record SecuritySettings(
        List<ClientEntry> clients,
        @Nullable URI issuer,
        @Nullable URI jwks) {

    SecuritySettings(@Nullable List<ClientEntry> clients, @Nullable URI issuer, @Nullable URI jwks) {
        this.clients = clients == null ? List.of() : List.copyOf(clients);
        this.issuer = issuer;
        this.jwks = jwks;
        if ((issuer == null) != (jwks == null)) {
            throw new RegistrationException("manypaths.security.issuer and manypaths.security.jwks go together.");
        }
        if (jwks != null && !RegistrationRules.isSafe(jwks)) {
            throw new RegistrationException("manypaths.security.jwks must be an https address, not " + jwks);
        }
    }
}
