package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;
import java.util.Optional;

/** What the clock says between the end of the supply and the first visit. */
public sealed interface Gap {

    /** No medicine has to go on, so there is nothing to bridge. */
    record NothingToBridge() implements Gap {}

    /** Each supply reaches to the visit with the receiving side. */
    record Bridged(OffsetDateTime visit) implements Gap {}

    /**
     * A time without medicine, as far as anybody knows.
     *
     * @param medicine the one that ends first
     * @param from when the supply ends; empty: nobody knows, which is no better than now
     * @param visit the first visit with the receiving side; empty: none is booked
     * @param other the first visit of which the record does not say that it is with the receiving side, where that is all
     *     there is
     */
    record Open(
            String medicine,
            Optional<OffsetDateTime> from,
            Optional<OffsetDateTime> visit,
            Optional<OffsetDateTime> other)
            implements Gap {}

    default boolean isOpen() {
        return this instanceof Open;
    }
}
