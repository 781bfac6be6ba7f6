package org.manypaths.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.RecordFacts;
import org.manypaths.consent.Signing;
import org.manypaths.consent.SigningRules;

/**
 * Reads whole records for the decision: by the marks with which they are stored, or, where they only arrive and bear
 * none, by what they say. Pure.
 */
public final class Reading {

    private Reading() {}

    /**
     * What the decision has to know of a record. One that bears no marks counts as of a Part 2 programme.
     *
     * @param person logical id of the person whom it is about
     * @param place logical id of the organisation at whose place it was made, whose it is among our own
     * @param ours logical ids of the organisations for which the caller works
     */
    public static RecordFacts facts(Resource record, String person, String place, Set<String> ours) {
        Optional<Stamp> stamp = Marks.of(record).stamp();
        Stamp known = stamp.orElseGet(() -> new Stamp(
                place,
                true,
                KindRules.kinds(record, true),
                SubstanceRules.isPrivate(record),
                Optional.empty(),
                Optional.empty(),
                false));
        RecordFacts facts = Sight.facts(record.fhirType(), person, known, Moments.of(record));
        return stamp.map(Stamp::holder).filter(ours::contains).isPresent() ? heldBy(place, facts) : facts;
    }

    private static RecordFacts heldBy(String place, RecordFacts facts) {
        return new RecordFacts(
                facts.type(),
                facts.person(),
                place,
                facts.part2(),
                facts.kinds(),
                facts.recordedAt(),
                facts.received(),
                facts.privateWords(),
                facts.author());
    }

    /**
     * A consent. One that another organisation holds speaks for that one alone.
     *
     * @param ours logical ids of the organisations for which the caller works
     */
    public static ConsentRecord consent(
            Consent consent, SigningRules rules, Optional<LocalDate> born, Set<String> ours) {
        ConsentRecord read = ConsentReader.read(consent);
        ConsentRecord written = Origin.isReceived(consent) ? read.withoutPermits() : read;
        Optional<Stamp> other = Marks.of(consent).stamp().filter(stamp -> !ours.contains(stamp.holder()));
        return rules.applied(
                other.isPresent() ? Consents.restricted(written, other) : written, Signing.of(consent), born);
    }
}
