package org.manypaths.handoff.gap;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who looks for a person whose supply has ended, and by when.
 *
 * <p>A person who is not yet reached is in a state that somebody owns, never a failure.
 *
 * @param owner who looks for them, by name
 * @param from when the search begins, which is when the supply ends or at once; the deadlines count from here
 */
public record Outreach(String owner, OffsetDateTime from) {

    private static final List<Duration> DEADLINES =
            List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72));

    /** 24, 48 and 72 hours after the search begins. */
    public List<OffsetDateTime> deadlines() {
        return DEADLINES.stream().map(from::plus).toList();
    }

    /** The deadline that comes next; empty once the third has passed. */
    public Optional<OffsetDateTime> next(OffsetDateTime now) {
        return deadlines().stream().filter(deadline -> !deadline.isBefore(now)).findFirst();
    }

    /** How many deadlines have passed without the person being reached. */
    public long passed(OffsetDateTime now) {
        return deadlines().stream().filter(deadline -> deadline.isBefore(now)).count();
    }
}
