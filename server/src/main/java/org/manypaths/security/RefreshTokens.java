package org.manypaths.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Makes refresh tokens for apps that were allowed one, and that can show with a key that it is theirs. */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    /** While nobody is there. */
    private static final Duration OFFLINE = Duration.ofDays(30);

    /** For one working day. */
    private static final Duration ONLINE = Duration.ofHours(8);

    private final Clock clock;
    private final Supplier<String> values;

    /** @param values makes words that nobody can guess */
    RefreshTokens(Clock clock, Supplier<String> values) {
        this.clock = clock;
        this.values = values;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        boolean canShow = !context.getRegisteredClient()
                .getClientAuthenticationMethods()
                .contains(ClientAuthenticationMethod.NONE);
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType()) || !canShow) {
            return null;
        }
        OAuth2Authorization grant = context.getAuthorization();
        Set<String> scopes = grant == null ? context.getAuthorizedScopes() : grant.getAuthorizedScopes();
        if (scopes.contains("offline_access")) {
            return token(OFFLINE);
        }
        return scopes.contains("online_access") ? token(ONLINE) : null;
    }

    private OAuth2RefreshToken token(Duration life) {
        Instant now = clock.instant();
        return new OAuth2RefreshToken(values.get() + values.get(), now, now.plus(life));
    }
}
