package org.manypaths.security;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an assertion must say before its signature is looked at (SMART App Launch 2.2, Backend Services). */
final class AssertionRules {

    static final Set<String> ALGORITHMS = Set.of("RS384", "ES384");

    /** How far the client's clock may be from ours. */
    static final int SKEW_SECONDS = 10;

    static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private static final Duration SKEW = Duration.ofSeconds(SKEW_SECONDS);
    private static final int LONGEST_JTI = 255;

    /** Ways to bring one's own key along; a key counts because it was registered, and for no other reason. */
    private static final List<String> FOREIGN_KEYS = List.of("jwk", "x5u", "x5c", "crit", "b64");

    private AssertionRules() {}

    static void check(SignedToken assertion, String client, String audience, Instant now) {
        checkHeader(assertion);
        require(
                assertion.text("iss").filter(client::equals).isPresent()
                        && assertion.text("sub").filter(client::equals).isPresent(),
                "iss and sub must both be the id of the client.");
        require(
                assertion.audience().contains(audience),
                "aud must be the address of the token endpoint, " + audience + ".");
        checkTime(assertion, now);
        require(
                assertion
                        .text("jti")
                        .filter(jti -> !jti.isEmpty() && jti.length() <= LONGEST_JTI)
                        .isPresent(),
                "jti must be there, and be at most " + LONGEST_JTI + " characters long.");
    }

    private static void checkHeader(SignedToken assertion) {
        require(assertion.headerText("alg").filter(ALGORITHMS::contains).isPresent(), "alg must be RS384 or ES384.");
        require(assertion.headerText("kid").isPresent(), "kid must say which key of the client signed.");
        require(
                FOREIGN_KEYS.stream().noneMatch(assertion.header()::containsKey),
                "The header must not bring a key of its own, nor extensions.");
    }

    /** A key set address in the header is one that an attacker may choose: it counts only as what is registered. */
    static void checkKeyAddress(SignedToken assertion, @Nullable URI registered) {
        if (assertion.header().containsKey("jku")) {
            Optional<String> address = assertion.headerText("jku");
            require(
                    registered != null
                            && address.filter(registered.toString()::equals).isPresent(),
                    "jku must be the address of the keys that the client is registered with, or be left out.");
        }
    }

    private static void checkTime(SignedToken assertion, Instant now) {
        Instant expires =
                assertion.moment("exp").orElseThrow(() -> new AssertionException("exp must be there, as a number."));
        require(expires.isAfter(now.minus(SKEW)), "The assertion expired. Make a new one for each request.");
        require(
                !expires.isAfter(now.plus(LONGEST_LIFE).plus(SKEW)),
                "exp must be no more than five minutes ahead. Is your clock right?");
        assertion.moment("iat").ifPresent(issued -> {
            require(!issued.isAfter(now.plus(SKEW)), "iat lies ahead. Is your clock right?");
            require(
                    !expires.isAfter(issued.plus(LONGEST_LIFE)),
                    "The assertion lives longer than five minutes, from iat to exp.");
        });
        assertion
                .moment("nbf")
                .ifPresent(start -> require(!start.isAfter(now.plus(SKEW)), "nbf lies ahead. Is your clock right?"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionException(otherwise);
        }
    }
}
