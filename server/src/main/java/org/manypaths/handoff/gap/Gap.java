package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;
import java.util.Optional;

/** What the clock says between the end of the supply and the first visit. */
public sealed interface Gap {

    /** No medicine has to go on, so there is nothing to bridge. */
    record NothingToBridge() implements Gap {}

    /** Each supply reaches to the visit. */
    record Bridged(OffsetDateTime visit) implements Gap {}

    /**
     * A time without medicine, as far as anybody knows.
     *
     * @param medicine the one that ends first
     * @param from when the supply ends; empty: nobody knows, which is no better than now
     * @param visit the first visit after it; empty: none is booked
     */
    record Open(String medicine, Optional<OffsetDateTime> from, Optional<OffsetDateTime> visit) implements Gap {}

    default boolean isOpen() {
        return this instanceof Open;
    }
}
