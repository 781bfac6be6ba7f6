package org.manypaths.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells valid access tokens from all others.
 *
 * <p>A signature is looked at once: what was good is remembered until it expires. Whether the token was revoked, or its
 * client removed, is asked anew for each request, elsewhere.
 */
final class AccessTokens {

    private static final int REMEMBERED = 10_000;

    private final Issuer issuer;
    private final Supplier<String> audience;
    private final Clock clock;
    private final Cache<String, AccessToken> good =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AccessTokens(Issuer issuer, Supplier<String> audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * Whose tokens are accepted.
     *
     * @param type what the header must have as {@code typ}; empty: anything
     */
    record Issuer(
            Supplier<String> name,
            Set<String> algorithms,
            Optional<String> type,
            Function<String, Optional<? extends JWK>> keys) {}

    AccessToken verify(String bearer) throws TokenException {
        AccessToken known = good.getIfPresent(bearer);
        if (known != null && known.expires().isAfter(clock.instant())) {
            return known;
        }
        AccessToken token = prove(bearer);
        good.put(bearer, token);
        return token;
    }

    private AccessToken prove(String bearer) throws TokenException {
        SignedToken signed = read(bearer);
        boolean acceptable =
                signed.headerText("alg").filter(issuer.algorithms()::contains).isPresent()
                        && issuer.type()
                                .map(type -> signed.headerText("typ")
                                        .filter(type::equals)
                                        .isPresent())
                                .orElse(true)
                        && !signed.header().containsKey("crit");
        Optional<? extends JWK> key = signed.headerText("kid").flatMap(issuer.keys());
        if (!acceptable || key.isEmpty() || !Signatures.verify(bearer, key.get())) {
            throw new TokenException("The token is not signed by the authorization server.");
        }
        AccessToken token = TokenRules.check(signed, issuer.name().get(), audience.get(), clock.instant());
        return issuer.type().isPresent() ? token : token.withoutOperator();
    }

    private static SignedToken read(String bearer) throws TokenException {
        try {
            return SignedToken.of(bearer);
        } catch (AssertionException e) {
            throw new TokenException("The token cannot be read.");
        }
    }
}
