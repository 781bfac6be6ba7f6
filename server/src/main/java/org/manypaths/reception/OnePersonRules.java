package org.manypaths.reception;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.PersonRules;
import org.manypaths.refusal.Issue;

/** Whether all that is in a document is about its one person, and says so. Pure. */
final class OnePersonRules {

    /** What may be about nobody. */
    private static final Set<String> OF_ANYBODY = Set.of("Device", "List", "DocumentReference", "Media", "Specimen");

    private final Arrived arrived;
    private final String person;

    private OnePersonRules(Arrived arrived, String person) {
        this.arrived = arrived;
        this.person = person;
    }

    /** @throws org.manypaths.refusal.Refusal with each record that is about somebody else, or about nobody */
    static void check(Arrived arrived) {
        String person = arrived.address(arrived.composition().getSubject())
                .filter(address ->
                        arrived.people().size() == 1 && arrived.entries().get(address) instanceof Patient)
                .orElseThrow(() -> ReceptionCode.OTHER_PERSON.refusal(List.of(ReceptionCode.OTHER_PERSON.issue(
                        "The document is to be about one person, who is in it and is the subject of its Composition.",
                        "Send a document for each person.",
                        "Bundle.entry[0].resource.subject"))));
        OnePersonRules rules = new OnePersonRules(arrived, person);
        List<Issue> issues = arrived.entries().values().stream()
                .flatMap(record -> rules.fault(record).stream())
                .toList();
        if (!issues.isEmpty()) {
            throw ReceptionCode.OTHER_PERSON.refusal(issues);
        }
    }

    private Optional<Issue> fault(Resource record) {
        if (record instanceof Bundle) {
            return Optional.of(ReceptionCode.OTHER_PERSON.issue(
                    "A Bundle within the document could be about anybody.",
                    "Put what is in it among the entries of the document itself.",
                    arrived.path(record)));
        }
        List<Reference> about = PersonRules.references(record)
                .filter(reference -> reference.hasReference() || reference.hasIdentifier())
                .toList();
        if (about.stream().anyMatch(Predicate.not(this::isFitting))) {
            return Optional.of(ReceptionCode.OTHER_PERSON.issue(
                    "The record is about somebody else than the document.",
                    "Take it out: what is told of one person does not travel with another.",
                    arrived.path(record)));
        }
        boolean silent = about.isEmpty()
                && Copies.isCopied(record)
                && PersonRules.saysOfWhom(record)
                && !OF_ANYBODY.contains(record.fhirType());
        return silent
                ? Optional.of(ReceptionCode.OTHER_PERSON.issue(
                        "The record does not say whom it is about.",
                        "Let it refer to the person of the document.",
                        arrived.path(record)))
                : Optional.empty();
    }

    private boolean isFitting(Reference reference) {
        return reference.hasReference()
                ? !leadsToAPerson(reference.getReferenceElement().getResourceType())
                        || arrived.address(reference).equals(Optional.of(person))
                : !leadsToAPerson(reference.getType()) || isTheirs(reference.getIdentifier());
    }

    static boolean leadsToAPerson(@Nullable String type) {
        return type == null || type.equals("Patient");
    }

    private boolean isTheirs(Identifier identifier) {
        return arrived.person().getIdentifier().stream()
                .anyMatch(own -> own.hasValue() && Identifiers.key(own).equals(Identifiers.key(identifier)));
    }
}
