package org.manypaths.handoff.transition;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When silence becomes overdue, so that a person who never arrived is seen. */
public final class OverdueRules {

    /** How long each standing may last. A booked visit may last until a day after its time. */
    private static final Map<Standing, Duration> PATIENCE = Map.of(
            Standing.REQUESTED, Duration.ofHours(24),
            Standing.RECEIVED, Duration.ofHours(24),
            Standing.ACCEPTED, Duration.ofHours(48),
            Standing.BOOKED, Duration.ofHours(24),
            Standing.MISSED, Duration.ofHours(24),
            Standing.ATTENDED, Duration.ofDays(14));

    private OverdueRules() {}

    /**
     * From when on it is overdue; empty for what is closed.
     *
     * @param since when the handoff came to stand there; for a booked visit, the time of the visit
     */
    public static Optional<Instant> due(Standing standing, Instant since) {
        return Optional.ofNullable(PATIENCE.get(standing)).map(since::plus);
    }

    public static boolean isOverdue(Standing standing, Instant since, Instant now) {
        return due(standing, since).filter(due -> !now.isBefore(due)).isPresent();
    }
}
