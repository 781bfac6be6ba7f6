package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sets the end of the supply against the first visit that the person keeps.
 *
 * <p>A visit that is booked counts until it is missed; then the next one does. Nothing bridges a gap by being unknown.
 */
public final class GapRules {

    private GapRules() {}

    /**
     * What the clock says.
     *
     * @param visits from the handoff on; those missed or called off are not among them, and only those with the receiving
     *     side count
     */
    public static Gap find(List<Supply> supplies, List<Visit> visits) {
        Optional<OffsetDateTime> visit = first(visits);
        return supplies.stream()
                .filter(supply -> !reaches(supply, visit))
                .min(Comparator.comparing(supply -> supply.until().orElse(OffsetDateTime.MIN)))
                .<Gap>map(supply -> new Gap.Open(supply.medicine(), supply.until(), visit, other(visits, visit)))
                .orElseGet(() -> supplies.isEmpty() ? new Gap.NothingToBridge() : new Gap.Bridged(visit.orElseThrow()));
    }

    /** A visit that was kept says more than any that is booked. */
    private static Optional<OffsetDateTime> first(List<Visit> visits) {
        Optional<OffsetDateTime> kept = earliest(visits, true);
        return kept.isPresent() ? kept : earliest(visits, false);
    }

    private static Optional<OffsetDateTime> other(List<Visit> visits, Optional<OffsetDateTime> counted) {
        return visits.stream()
                .filter(visit -> counted.isEmpty() && !visit.receiving())
                .map(Visit::at)
                .min(OffsetDateTime.timeLineOrder());
    }

    private static Optional<OffsetDateTime> earliest(List<Visit> visits, boolean kept) {
        return visits.stream()
                .filter(visit -> visit.receiving() && visit.kept() == kept)
                .map(Visit::at)
                .min(OffsetDateTime.timeLineOrder());
    }

    /** On the minute at which the first missing dose is due, the visit still is in time to give it. */
    private static boolean reaches(Supply supply, Optional<OffsetDateTime> visit) {
        return supply.until().isPresent()
                && visit.isPresent()
                && !supply.until().get().isBefore(visit.get());
    }
}
