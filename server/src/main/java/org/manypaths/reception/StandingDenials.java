package org.manypaths.reception;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Reading;
import org.manypaths.consent.BirthDate;
import org.manypaths.consent.Caller;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRules;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Reason;
import org.manypaths.consent.DisclosureRequest;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;
import org.manypaths.consent.Relationships;
import org.manypaths.consent.SigningRules;

/**
 * What the person's consents on this very server keep back of a document, whether they are in it or not: one that keeps
 * something back does not travel, and one may have been filed after the document was put together.
 *
 * <p>They let nothing in. An organisation's consent speaks for its own records alone: of the receiver's own none counts
 * here, of others' those of whom the document comes from.
 */
class StandingDenials {

    private final Shelf shelf;
    private final SenderTasks senders;
    private final PersonMatcher people;
    private final SigningRules rules;

    StandingDenials(Shelf shelf, SenderTasks senders, PersonMatcher people, SigningRules rules) {
        this.shelf = shelf;
        this.senders = senders;
        this.people = people;
        this.rules = rules;
    }

    /** Records of the document that the person does not let the sender tell the receiver. */
    List<Resource> of(Arrived arrived, String receiver, OffsetDateTime now) {
        List<ConsentRecord> denials = shelf.consentsOf(persons(arrived, receiver)).stream()
                .map(consent -> Reading.consent(consent, rules, born(arrived), Set.of()))
                .filter(consent -> !consent.denies().isEmpty())
                .toList();
        if (denials.isEmpty()) {
            return List.of();
        }
        Set<String> holders = new HashSet<>(senders.of(arrived));
        holders.remove(receiver);
        // One of whom nobody here knows anything: what the person or an operator filed binds it too.
        holders.add("");
        return arrived.entries().values().stream()
                .filter(StandingDenials::isOfThePerson)
                .filter(record -> denials.stream().anyMatch(denial -> holders.stream()
                        .anyMatch(holder -> denies(denial, record, holder, receiver, now))))
                .toList();
    }

    private static boolean denies(
            ConsentRecord denial, Resource record, String holder, String receiver, OffsetDateTime now) {
        DisclosureRequest request = new DisclosureRequest(
                new Caller(
                        receiver, RecipientKind.OTHER, Set.of(Purpose.TREATMENT), Set.of(receiver), Optional.empty()),
                Purpose.TREATMENT,
                Reading.facts(record, denial.person(), holder, Set.of()),
                now.toInstant(),
                Optional.empty());
        return ConsentRules.decide(request, List.of(denial), new Relationships(Set.of(receiver), Set.of(), Set.of()))
                .equals(Decision.deny(Reason.DENIED_BY_CONSENT));
    }

    /** As whom the person stands here: at the sender's, and at the receiver's by identifier or by an earlier document. */
    private Set<String> persons(Arrived arrived, String receiver) {
        Set<String> persons = new LinkedHashSet<>();
        senders.personHere(arrived).ifPresent(persons::add);
        arrived.address(arrived.composition().getSubject())
                .ifPresent(address -> persons.add("Patient/" + Copies.id(receiver, address)));
        people.byIdentifier(arrived.person(), receiver)
                .forEach(known -> persons.add("Patient/" + known.getIdElement().getIdPart()));
        return persons;
    }

    private static Optional<LocalDate> born(Arrived arrived) {
        return BirthDate.of(arrived.person());
    }

    private static boolean isOfThePerson(Resource record) {
        return !(record instanceof Patient
                || record instanceof Consent
                || record instanceof Composition
                || record instanceof Provenance
                || Copies.isOfNoPerson(record));
    }
}
