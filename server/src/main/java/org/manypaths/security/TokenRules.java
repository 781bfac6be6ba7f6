package org.manypaths.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What an access token must say, once its signature is known to be good. */
final class TokenRules {

    /** What our own tokens say of an operator who signed in. */
    static final String OPERATOR = "manypaths_operator";

    private static final Duration SKEW = Duration.ofSeconds(10);

    private TokenRules() {}

    static AccessToken check(SignedToken token, String issuer, String audience, Instant now) throws TokenException {
        require(token.text("iss").filter(issuer::equals).isPresent(), "The token was issued by somebody else.");
        require(token.audience().contains(audience), "The token is for another server.");
        Instant expires = token.moment("exp").orElseThrow(() -> new TokenException("The token has no end."));
        require(expires.isAfter(now.minus(SKEW)), "The token expired.");
        Instant start = token.moment("nbf").orElse(Instant.MIN);
        require(!start.isAfter(now.plus(SKEW)), "The token is not valid yet.");
        return new AccessToken(
                token.text("jti").orElseThrow(() -> new TokenException("The token has no jti.")),
                client(token),
                scopes(token),
                token.text("patient"),
                token.text("fhirUser"),
                Boolean.TRUE.equals(token.claims().get(OPERATOR)),
                expires);
    }

    private static String client(SignedToken token) throws TokenException {
        return token.text("client_id")
                .or(() -> token.text("azp"))
                .orElseThrow(() -> new TokenException("The token names no client."));
    }

    /** Another issuer may give scopes that mean nothing here; they allow nothing here either. */
    private static Scopes scopes(SignedToken token) throws TokenException {
        List<String> known = Arrays.stream(token.text("scope").orElse("").split(" ", -1))
                .filter(word -> Scope.isForResources(word) || Scopes.OTHERS.contains(word))
                .toList();
        try {
            return Scopes.of(known);
        } catch (ScopeException e) {
            throw new TokenException("The token has a scope that this server does not know.");
        }
    }

    private static void require(boolean holds, String otherwise) throws TokenException {
        if (!holds) {
            throw new TokenException(otherwise);
        }
    }
}
