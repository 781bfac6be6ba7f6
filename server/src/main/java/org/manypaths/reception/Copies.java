package org.manypaths.reception;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.PersonRules;
import org.manypaths.access.References;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;

/**
 * The receiver's own copies of what is in a document, each under an id that follows from the receiver, the person and
 * where the record stood at its source: the same record of a later document is the same copy. Who gives care, where and
 * with what is of no person's record, and is one copy for all.
 */
final class Copies {

    private static final String HANDOFF = Canonical.BASE + "/StructureDefinition/ihrp-handoff-task";
    private static final int ID_LENGTH = 40;
    private static final Set<String> OF_NO_PERSON = Set.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "Location",
            "HealthcareService",
            "Medication",
            "Substance",
            "Device");

    private final Arrived arrived;
    private final String receiver;
    private final String person;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> unresolved = new LinkedHashSet<>();

    /** @param known where entries are known here already, by full URL, as {@code Type/id} */
    Copies(Arrived arrived, String receiver, Map<String, String> known) {
        this.arrived = arrived;
        this.receiver = receiver;
        String subject = arrived.address(arrived.composition().getSubject()).orElseThrow();
        this.person = known.getOrDefault(subject, "Patient/" + id(receiver, subject));
        arrived.entries().forEach((address, record) -> {
            if (isCopied(record)) {
                places.put(address, known.getOrDefault(address, record.fhirType() + "/" + id(record, address)));
            }
        });
        places.put(subject, person);
    }

    private String id(Resource record, String address) {
        return isOfNoPerson(record) ? id(receiver, address) : id(receiver, person + "|" + address);
    }

    static boolean isOfNoPerson(Resource record) {
        return OF_NO_PERSON.contains(record.fhirType()) && !(record instanceof Device device && device.hasPatient());
    }

    /**
     * The document keeps its Composition, its sign-off and its sender's handoffs: as records they would act for others. It
     * keeps what is about nobody and would change this server for all: definitions, subscriptions, audit.
     */
    static boolean isCopied(Resource record) {
        return !(record instanceof Composition
                || record instanceof Provenance
                || record instanceof MetadataResource
                || record instanceof Subscription
                || record instanceof AuditEvent
                || (record instanceof Task && isHandoff(record)));
    }

    private static boolean isHandoff(Resource record) {
        return record.getMeta().getProfile().stream()
                .anyMatch(profile ->
                        String.valueOf(profile.getValue()).split("\\|", 2)[0].equals(HANDOFF));
    }

    /** An id for what stood at an address, at one receiver. */
    static String id(String receiver, String address) {
        return "r" + DocumentDigest.ofText(receiver + "|" + address).substring(0, ID_LENGTH);
    }

    /** Where the copy of an entry stands, as {@code Type/id}. */
    Optional<String> place(String address) {
        return Optional.ofNullable(places.get(address));
    }

    Map<String, String> places() {
        return places;
    }

    /** References that led out of the document and are words now. */
    Set<String> unresolved() {
        return unresolved;
    }

    /** The copy of an entry, whose references lead to the other copies. */
    Resource of(String address, Resource record) {
        Resource copy = record.copy();
        copy.setId(places.get(address));
        copy.getMeta().setVersionId(null);
        copy.getMeta().setLastUpdated(null);
        copy.getMeta().setSource(arrived.bundle().getIdentifier().getValue());
        // The copy is all that the receiver has of it: what was cut off at the sender cannot be lost here.
        copy.getMeta().getTag().removeIf(tag -> "SUBSETTED".equals(tag.getCode()));
        References.visit(copy, reference -> lead(reference, address));
        if (!isOfNoPerson(copy)) {
            // Only one person is in the document: an identifier in place of a reference is theirs (OnePersonRules).
            PersonRules.references(copy)
                    .filter(reference -> !reference.hasReference() && reference.hasIdentifier())
                    .filter(reference -> OnePersonRules.leadsToAPerson(reference.getType()))
                    .forEach(reference -> reference.setReference(person));
        }
        if (OpenEntry.isOne(copy)) {
            OpenEntry.bare(copy);
        } else if (arrived.isUnderPart2()) {
            Labels.putUnderPart2(copy);
        }
        return copy;
    }

    private void lead(Reference reference, String holder) {
        String key = References.key(reference);
        if (key.isEmpty() || key.startsWith("#")) {
            return;
        }
        Optional<String> place = arrived.address(reference, holder).flatMap(this::place);
        reference.setReference(place.orElse(null));
        reference.setResource(null);
        if (place.isEmpty()) {
            unresolved.add(key);
            if (!reference.hasDisplay() && !reference.hasIdentifier()) {
                reference.setDisplay(key);
            }
        }
    }

    String receiver() {
        return receiver;
    }

    /** Where the person stands, as {@code Patient/id}. */
    String person() {
        return person;
    }
}
