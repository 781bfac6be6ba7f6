package org.manypaths.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our registrations as Spring Authorization Server sees them. */
final class RegisteredClients implements RegisteredClientRepository {

    /** What SMART recommends at most for a client by itself; an app can refresh. */
    static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    private static final Duration CODE_LIFE = Duration.ofMinutes(1);
    private static final Duration REFRESH_LIFE = Duration.ofDays(30);

    private final Clients clients;

    RegisteredClients(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by an operator");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.find(id).map(RegisteredClients::convert).orElse(null);
    }

    private static RegisteredClient convert(Registration client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientAuthenticationMethod(
                        client.hasKeys() ? ClientAuthenticationMethod.PRIVATE_KEY_JWT : ClientAuthenticationMethod.NONE)
                .authorizationGrantTypes(grants -> {
                    if (client.hasUsers()) {
                        grants.add(AuthorizationGrantType.AUTHORIZATION_CODE);
                        grants.add(AuthorizationGrantType.REFRESH_TOKEN);
                    }
                    if (client.hasKeys()) {
                        grants.add(AuthorizationGrantType.CLIENT_CREDENTIALS);
                    }
                })
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .scopes(scopes -> client.allowed().words().forEach(scopes::add))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(TOKEN_LIFE)
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .refreshTokenTimeToLive(REFRESH_LIFE)
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .build();
    }
}
