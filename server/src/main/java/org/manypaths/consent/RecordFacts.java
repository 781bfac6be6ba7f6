package org.manypaths.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the decision has to know of one record; never its content.
 *
 * @param type its FHIR type; empty where that does not matter
 * @param person logical id of the person it is about
 * @param holder the organisation on whose side it is kept here
 * @param part2 whether it came in through a Part 2 programme: origin, never a code (42 CFR 2.12(d)(2)(ii))
 * @param kinds what it tells; empty when nobody could say, and then only its own programme and the person get it
 * @param recordedAt when what it tells took place, where known
 * @param received how its holder came by it, when it was made elsewhere
 * @param privateWords the person's own words about meaning, trauma, ambivalence or alliance, not marked shareable
 * @param author the organisation of a counselling note's originator
 */
public record RecordFacts(
        String type,
        String person,
        String holder,
        boolean part2,
        Set<InformationKind> kinds,
        Optional<Instant> recordedAt,
        Optional<Received> received,
        boolean privateWords,
        Optional<String> author) {

    /** On what footing a record came to its present holder. */
    public enum Received {
        /** Under one consent for treatment, payment and operations (42 CFR 2.33(b)(1)). */
        TREATMENT_PAYMENT_OPERATIONS_CONSENT,
        /** Under a consent that names a narrower purpose: passed on only in line with it. */
        OTHER_CONSENT
    }

    /** The facts of a record whose type does not matter. */
    public RecordFacts(
            String person,
            String holder,
            boolean part2,
            Set<InformationKind> kinds,
            Optional<Instant> recordedAt,
            Optional<Received> received,
            boolean privateWords,
            Optional<String> author) {
        this("", person, holder, part2, kinds, recordedAt, received, privateWords, author);
    }

    public RecordFacts {
        kinds = Set.copyOf(kinds);
    }

    boolean isCounsellingNote() {
        return kinds.contains(InformationKind.COUNSELLING_NOTE);
    }
}
