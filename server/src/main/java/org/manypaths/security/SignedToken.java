package org.manypaths.security;

import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JWT, taken apart strictly; nothing in it is proven yet.
 *
 * @param compact as it was sent
 */
record SignedToken(String compact, Map<String, Object> header, Map<String, Object> claims) {

    /** Many times what one needs. */
    static final int LONGEST = 8_192;

    private static final int PARTS = 3;

    static SignedToken of(String compact) {
        if (compact.length() > LONGEST) {
            throw new AssertionException("The JWT is longer than " + LONGEST + " characters.");
        }
        String[] parts = compact.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new AssertionException("It is no signed JWT: that has three parts with points between.");
        }
        return new SignedToken(compact, part(parts[0], "header"), part(parts[1], "claims"));
    }

    private static Map<String, Object> part(String encoded, String what) {
        try {
            return Map.copyOf(StrictJson.object(new Base64URL(encoded).decode()));
        } catch (IOException | RuntimeException e) {
            throw new AssertionException(
                    "The " + what + " of the JWT cannot be read, or a name stands twice in it, or is null.");
        }
    }

    Optional<String> headerText(String name) {
        return text(header.get(name));
    }

    Optional<String> text(String claim) {
        return text(claims.get(claim));
    }

    Optional<Instant> moment(String claim) {
        return claims.get(claim) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    /** The audience, be it written as one text or as a list. */
    List<?> audience() {
        Object audience = claims.get("aud");
        return audience instanceof List<?> several ? several : audience == null ? List.of() : List.of(audience);
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
