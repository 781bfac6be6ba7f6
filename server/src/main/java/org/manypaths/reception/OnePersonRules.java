package org.manypaths.reception;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.PersonRules;
import org.manypaths.access.References;
import org.manypaths.refusal.Issue;

/** Whether all that is in a document is about its one person, and says so. Pure. */
final class OnePersonRules {

    private static final String SUBJECT = "Bundle.entry[0].resource.subject";

    /** What may be about nobody. */
    private static final Set<String> OF_ANYBODY = Set.of("Device", "List", "DocumentReference", "Media", "Specimen");

    private static final Pattern CONDITIONAL = Pattern.compile("[A-Z][A-Za-z]+\\?.*");

    private final Arrived arrived;
    private final String person;

    private OnePersonRules(Arrived arrived, String person) {
        this.arrived = arrived;
        this.person = person;
    }

    /** @throws org.manypaths.refusal.Refusal with each record that is about somebody else, or about nobody */
    static void check(Arrived arrived) {
        Reference subject = arrived.composition().getSubject();
        unread(subject, String.valueOf(arrived.bundle().getEntryFirstRep().getFullUrl()), SUBJECT)
                .ifPresent(issue -> {
                    throw ReceptionCode.DANGLING.refusal(List.of(issue));
                });
        String person = arrived.address(subject)
                .filter(address ->
                        arrived.people().size() == 1 && arrived.entries().get(address) instanceof Patient)
                .orElseThrow(() -> ReceptionCode.OTHER_PERSON.refusal(List.of(ReceptionCode.OTHER_PERSON.issue(
                        "The document is to be about one person, who is in it and is the subject of its Composition.",
                        "Send a document for each person.",
                        SUBJECT))));
        OnePersonRules rules = new OnePersonRules(arrived, person);
        List<Issue> issues = arrived.entries().entrySet().stream()
                .flatMap(entry -> rules.fault(entry.getKey(), entry.getValue()).stream())
                .toList();
        if (!issues.isEmpty()) {
            throw ReceptionCode.OTHER_PERSON.refusal(issues);
        }
    }

    private Optional<Issue> fault(String address, Resource record) {
        if (record instanceof Bundle) {
            return Optional.of(ReceptionCode.OTHER_PERSON.issue(
                    "A Bundle within the document could be about anybody.",
                    "Put what is in it among the entries of the document itself.",
                    arrived.path(record)));
        }
        List<Reference> about = PersonRules.references(record)
                .filter(reference -> reference.hasReference() || reference.hasIdentifier())
                .toList();
        Optional<Reference> other = about.stream()
                .filter(reference -> !isFitting(reference, address))
                .findFirst();
        if (other.isPresent()) {
            return other.map(reference -> fault(reference, address, arrived.path(record)));
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

    /** Why a reference that is to lead to the person does not: what is wrong with it, or that it is somebody else. */
    private static Issue fault(Reference reference, String address, String path) {
        return unread(reference, address, path)
                .orElseGet(() -> isAGroup(reference)
                        ? ReceptionCode.OTHER_PERSON.issue(
                                "The record is about a group, and a document is about one person.",
                                "Take it out, or let it refer to the person of the document.",
                                path)
                        : ReceptionCode.OTHER_PERSON.issue(
                                "The record is about somebody else than the document.",
                                "Take it out: what is told of one person does not travel with another.",
                                path));
    }

    /** What leads to no entry of whatever document, as it is written. */
    private static Optional<Issue> unread(Reference reference, String address, String path) {
        String literal = References.key(reference);
        if (CONDITIONAL.matcher(literal).matches()) {
            return Optional.of(ReceptionCode.DANGLING.issue(
                    literal + " is a search and leads to no entry: only a transaction is read so.",
                    "Refer to the fullUrl of the entry, or put the identifier into Reference.identifier.",
                    path));
        }
        return Arrived.isRelative(literal) && Arrived.base(address).isEmpty()
                ? Optional.of(ReceptionCode.DANGLING.issue(
                        literal + " is relative, and the fullUrl of its entry has no base to read it against.",
                        "Refer to the fullUrl of the person's entry.",
                        path))
                : Optional.empty();
    }

    private boolean isFitting(Reference reference, String address) {
        if (isAGroup(reference)) {
            return false;
        }
        return reference.hasReference()
                ? !leadsToAPerson(reference.getReferenceElement().getResourceType())
                        || arrived.address(reference, address).equals(Optional.of(person))
                : !leadsToAPerson(reference.getType()) || isTheirs(reference.getIdentifier());
    }

    private static boolean isAGroup(Reference reference) {
        return "Group"
                .equals(
                        reference.hasReference()
                                ? reference.getReferenceElement().getResourceType()
                                : reference.getType());
    }

    static boolean leadsToAPerson(@Nullable String type) {
        return type == null || type.equals("Patient");
    }

    private boolean isTheirs(Identifier identifier) {
        return arrived.person().getIdentifier().stream()
                .anyMatch(own -> own.hasValue() && Identifiers.key(own).equals(Identifiers.key(identifier)));
    }
}
