package org.manypaths.reception;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.References;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;

/**
 * The receiver's own copies of what is in a document, each under an id that follows from the receiver and from where the
 * record stood at its source: the same record of a later document is the same copy.
 */
final class Copies {

    private static final String HANDOFF = Canonical.BASE + "/StructureDefinition/ihrp-handoff-task";
    private static final int ID_LENGTH = 40;

    private final Arrived arrived;
    private final String receiver;
    private final Map<String, String> places = new LinkedHashMap<>();
    private final Set<String> unresolved = new LinkedHashSet<>();

    /** @param known where entries are known here already, by full URL, as {@code Type/id} */
    Copies(Arrived arrived, String receiver, Map<String, String> known) {
        this.arrived = arrived;
        this.receiver = receiver;
        arrived.entries().forEach((address, record) -> {
            if (isCopied(record)) {
                places.put(address, known.getOrDefault(address, record.fhirType() + "/" + id(receiver, address)));
            }
        });
    }

    /** The document keeps its Composition, its sign-off and its sender's handoffs: as records they would act for others. */
    static boolean isCopied(Resource record) {
        return !(record instanceof Composition
                || record instanceof Provenance
                || (record instanceof Task && record.getMeta().hasProfile(HANDOFF)));
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
        References.visit(copy, this::lead);
        return copy;
    }

    private void lead(Reference reference) {
        String key = References.key(reference);
        if (key.isEmpty() || key.startsWith("#")) {
            return;
        }
        Optional<String> place = arrived.address(reference).flatMap(this::place);
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
}
