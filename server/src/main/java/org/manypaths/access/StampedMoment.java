package org.manypaths.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stamp together with when that took place which its record tells of: what a consent that is limited in time lets out
 * of a search.
 */
record StampedMoment(Instant at, Stamp stamp) {

    /** No holder is named with it, so that no stamp begins like this. */
    static final String BEGINS = "@";

    static boolean isOne(@Nullable String code) {
        return code != null && code.startsWith(BEGINS);
    }

    /** As one word: {@code @instant/stamp}. */
    String text() {
        return BEGINS + at + "/" + stamp.text();
    }

    static StampedMoment of(String text) {
        int end = text.indexOf('/');
        return new StampedMoment(
                Instant.parse(text.substring(BEGINS.length(), end)), Stamp.of(text.substring(end + 1)));
    }
}
