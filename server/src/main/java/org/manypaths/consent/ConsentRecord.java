package org.manypaths.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A written consent as the decision sees it (42 CFR 2.31).
 *
 * @param discloser organisations that may disclose, by name
 * @param missing elements of 2.31(a) that it lacks; a consent that lacks one is no consent (2.31(c)(2))
 * @param permits what it lets out
 * @param denies what it keeps back, stronger than any permit of any consent that it does not replace
 * @param replaces ids of earlier consents that this one documents as replaced
 * @param keepsBackOf the organisation whose records alone its denials keep back; empty: anybody's
 */
public record ConsentRecord(
        String id,
        String person,
        Set<String> discloser,
        Lifecycle lifecycle,
        Set<String> missing,
        List<ConsentScope> permits,
        List<ConsentScope> denies,
        Set<String> replaces,
        Optional<String> keepsBackOf) {

    /** One whose denials keep back anybody's records. */
    public ConsentRecord(
            String id,
            String person,
            Set<String> discloser,
            Lifecycle lifecycle,
            Set<String> missing,
            List<ConsentScope> permits,
            List<ConsentScope> denies,
            Set<String> replaces) {
        this(id, person, discloser, lifecycle, missing, permits, denies, replaces, Optional.empty());
    }

    public ConsentRecord {
        discloser = Set.copyOf(discloser);
        missing = Set.copyOf(missing);
        permits = List.copyOf(permits);
        denies = List.copyOf(denies);
        replaces = Set.copyOf(replaces);
    }

    /**
     * The consent in time. Every moment is inclusive at its start and exclusive at its end.
     *
     * @param signedAt when it was given; empty: not yet; the least moment where nobody says when
     * @param expiresAt by date; empty where an event ends it or nothing does (2.31(a)(7))
     * @param endedBy when the event came that ends it
     * @param revokedAt when the person took it back in writing (2.31(a)(6))
     * @param knownFalse the holder knows, or could know, that it is materially false (2.31(c)(4))
     */
    public record Lifecycle(
            Optional<Instant> signedAt,
            Optional<Instant> expiresAt,
            Optional<Instant> endedBy,
            Optional<Instant> revokedAt,
            boolean knownFalse) {

        /** Whether it has ended for good, in whatever way: it lets nothing go any more, whatever else it says. */
        public boolean isOver(Instant now) {
            return knownFalse
                    || Stream.of(expiresAt, endedBy, revokedAt)
                            .flatMap(Optional::stream)
                            .anyMatch(end -> !end.isAfter(now));
        }
    }

    /** Whether a counselling note is among what it lets out; such a consent stands alone (2.31(b)). */
    boolean releasesCounsellingNotes() {
        return permits.stream().anyMatch(scope -> scope.kinds().contains(InformationKind.COUNSELLING_NOTE));
    }

    /** Whether what it keeps back may be among the records of an organisation. */
    boolean keepsBackRecordsOf(String holder) {
        return keepsBackOf.map(holder::equals).orElse(true);
    }

    /** What an organisation may receive by it, as if what is kept back from it at all times had never been let out. */
    public List<ConsentScope> letsOutTo(String organization) {
        return permits.stream()
                .filter(scope -> scope.mayReach(organization))
                .map(scope -> scope.without(denies.stream()
                        .filter(denied -> denied.mayReach(organization))
                        .toList()))
                .toList();
    }

    /** What it lets out to anybody, less what it keeps back from the same at all times. */
    public List<ConsentScope> letsOut() {
        return permits.stream()
                .map(scope -> scope.without(denies.stream()
                        .filter(denied -> denied.recipients().equals(scope.recipients()))
                        .toList()))
                .toList();
    }

    /**
     * What is left of one on which nothing may rest: what it keeps back stays back. So of one that came with a document,
     * for it was given to its sender; and of all but the one that a sender names.
     */
    public ConsentRecord withoutPermits() {
        return new ConsentRecord(id, person, discloser, lifecycle, missing, List.of(), denies, replaces, keepsBackOf);
    }
}
