package org.manypaths.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.oauth2.jwt.Jwt;

/** Proves that an assertion was made by a registered client, for this server, just now, and for the first time. */
final class AssertionDecoder {

    private final KeyDocuments documents;
    private final UsedAssertions used;
    private final Clock clock;
    private final Supplier<String> audience;

    /** @param audience the address of the token endpoint */
    AssertionDecoder(KeyDocuments documents, UsedAssertions used, Clock clock, Supplier<String> audience) {
        this.documents = documents;
        this.used = used;
        this.clock = clock;
        this.audience = audience;
    }

    /** Throws an {@link AssertionException} with what is wrong. */
    Jwt decode(String compact, Registration client) {
        SignedToken assertion = SignedToken.of(compact);
        AssertionRules.check(assertion, client.id(), audience.get(), clock.instant());
        AssertionRules.checkKeyAddress(assertion, client.jwksUrl());
        JWK key = key(assertion, client);
        if (!RegistrationRules.isStrong(key) || !Signatures.verify(compact, key)) {
            throw new AssertionException("The signature is not that of the key which kid names.");
        }
        Instant expires = assertion.moment("exp").orElseThrow();
        if (!used.use(client.id(), assertion.text("jti").orElseThrow(), expires)) {
            throw new AssertionException("The assertion was used before. Make a new one, with a new jti.");
        }
        return Jwt.withTokenValue(compact)
                .headers(headers -> headers.putAll(assertion.header()))
                .claims(claims -> claims.putAll(assertion.claims()))
                .claim("iat", assertion.moment("iat").orElse(clock.instant()))
                .claim("exp", expires)
                .build();
    }

    private JWK key(SignedToken assertion, Registration client) {
        String kid = assertion.headerText("kid").orElseThrow();
        return keys(client, kid)
                .map(keys -> keys.getKeyByKeyId(kid))
                .orElseThrow(() -> new AssertionException("The client has no such key as kid names."));
    }

    private Optional<JWKSet> keys(Registration client, String kid) {
        if (client.jwksUrl() != null) {
            return documents.get(client.jwksUrl(), kid);
        }
        try {
            return client.jwks() == null ? Optional.empty() : Optional.of(JWKSet.parse(client.jwks()));
        } catch (ParseException e) {
            throw new IllegalStateException("Registered keys are valid", e);
        }
    }
}
