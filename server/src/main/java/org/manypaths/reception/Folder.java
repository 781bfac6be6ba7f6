package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.access.References;
import org.manypaths.conformance.Canonical;
import org.manypaths.transition.HandoffTasks;

/** What the receiver files of one document beside the copies: where it is kept, and what is to be done. */
final class Folder {

    private static final String PROFILES = Canonical.BASE + "/StructureDefinition/";
    private static final String CODES = Canonical.BASE + "/CodeSystem/";
    private static final String URIS = "urn:ietf:rfc:3986";
    private static final String JSON = "application/fhir+json";

    private final Arrived arrived;
    private final Copies copies;
    private final String person;
    private final Reference sender;
    private final OffsetDateTime now;

    Folder(Arrived arrived, Copies copies, OffsetDateTime now) {
        this.arrived = arrived;
        this.copies = copies;
        this.person = copies.person();
        this.now = now;
        sender = SenderReference.of(arrived, copies);
    }

    /** The id under which a document is kept at a receiver. */
    static String documentId(String receiver, Identifier document) {
        return Copies.id(receiver, "document|" + document.getSystem() + "|" + document.getValue());
    }

    /** The name that all versions of one handoff share; of a document without one, its own. */
    static Identifier series(Arrived arrived) {
        Identifier series = arrived.composition().getIdentifier();
        return series.hasSystem() && series.hasValue()
                ? series
                : arrived.bundle().getIdentifier();
    }

    String documentId() {
        return documentId(copies.receiver(), arrived.bundle().getIdentifier());
    }

    /** Where a Composition stands at its source, as the identifier by which a later document may refer to it. */
    static Optional<Identifier> source(Reference composition, Arrived arrived) {
        String key = References.key(composition);
        String itself = arrived.bundle().getEntryFirstRep().getFullUrl();
        String address = key.startsWith("Composition/") && itself.contains("/Composition/")
                ? itself.substring(0, itself.lastIndexOf("/Composition/") + 1) + key
                : key;
        return address.contains(":")
                ? Optional.of(new Identifier().setSystem(URIS).setValue(address))
                : Optional.empty();
    }

    Binary document() {
        Binary document = new Binary();
        document.setId("Binary/" + documentId());
        document.setContentType(JSON).setData(arrived.json().getBytes(StandardCharsets.UTF_8));
        return document;
    }

    static Binary receipt(String documentId, Parameters answer, FhirContext fhirContext) {
        Binary receipt = new Binary();
        receipt.setId("Binary/" + documentId + "-receipt");
        String text = fhirContext.newJsonParser().encodeResourceToString(answer);
        receipt.setContentType(JSON).setData(text.getBytes(StandardCharsets.UTF_8));
        return receipt;
    }

    DocumentReference reference(EarlierDocuments.Found earlier) {
        DocumentReference reference = new DocumentReference();
        reference.setId("DocumentReference/" + documentId());
        reference.setMasterIdentifier(arrived.bundle().getIdentifier().copy());
        reference.addIdentifier(arrived.bundle().getIdentifier().copy());
        reference.addIdentifier(series(arrived).copy());
        source(new Reference(arrived.bundle().getEntryFirstRep().getFullUrl()), arrived)
                .ifPresent(reference::addIdentifier);
        reference.setStatus(
                earlier.newer().isEmpty() ? DocumentReferenceStatus.CURRENT : DocumentReferenceStatus.SUPERSEDED);
        reference.setType(arrived.composition().getType().copy());
        reference.setSubject(new Reference(person));
        reference.setDateElement(
                new InstantType(arrived.bundle().getTimestampElement().getValueAsString()));
        reference.addAuthor(sender.copy());
        reference.setCustodian(new Reference("Organization/" + copies.receiver()));
        reference.addSecurityLabel(new CodeableConcept()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted")));
        reference
                .addContent()
                .getAttachment()
                .setContentType(JSON)
                .setTitle(arrived.composition().getTitle())
                .setUrl("Binary/" + documentId());
        earlier.replaced().forEach(each -> relate(reference, DocumentRelationshipType.REPLACES, each));
        earlier.appended().forEach(each -> relate(reference, DocumentRelationshipType.APPENDS, each));
        return reference;
    }

    private static void relate(DocumentReference reference, DocumentRelationshipType code, DocumentReference earlier) {
        reference
                .addRelatesTo()
                .setCode(code)
                .setTarget(new Reference(
                        "DocumentReference/" + earlier.getIdElement().getIdPart()));
    }

    /** An earlier document, where this one has come in its place. */
    static DocumentReference superseded(DocumentReference earlier) {
        DocumentReference superseded = earlier.copy();
        superseded.setId("DocumentReference/" + earlier.getIdElement().getIdPart());
        return superseded.setStatus(DocumentReferenceStatus.SUPERSEDED);
    }

    ServiceRequest transition() {
        String id = documentId();
        ServiceRequest transition = new ServiceRequest();
        transition.setId("ServiceRequest/" + id);
        transition.getMeta().addProfile(PROFILES + "ihrp-transition-request");
        transition.addIdentifier(series(arrived).copy());
        transition.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        transition.addCategory(concept("ihrp-modality", "transition", "Transition of care"));
        transition.setCode(new CodeableConcept().setText("Care goes on here"));
        transition.setSubject(new Reference(person));
        transition.setOccurrence(
                new DateTimeType(arrived.bundle().getTimestampElement().getValueAsString()));
        transition.setAuthoredOnElement(new DateTimeType(moment()));
        transition.setRequester(sender.copy());
        transition.addPerformer(new Reference("Organization/" + copies.receiver()));
        return transition;
    }

    /** The task of an earlier version, with this document beside the others, and found by either's identifier. */
    Task addTo(Task open) {
        Task task = open.copy();
        task.setId("Task/" + open.getIdElement().getIdPart());
        task.setLastModifiedElement(new DateTimeType(moment()));
        task.addIdentifier(arrived.bundle().getIdentifier().copy());
        addDocument(task);
        return task;
    }

    /** The sender's task, of which the receiver has said nothing yet: that it has the document is an answer. */
    Task receivedBy(Task sent) {
        Task task = sent.copy();
        task.setId("Task/" + sent.getIdElement().getIdPart());
        task.setLastModifiedElement(new DateTimeType(moment()));
        task.setStatus(TaskStatus.RECEIVED);
        if (HandoffTasks.saysNoMoreThanItsStatus(sent)) {
            task.setBusinessStatus(concept("ihrp-handoff-business-status", "received", "Received"));
        }
        return task;
    }

    /** A task of the receiver's own, where the sender's has come: only one of them is to be worked at. */
    Task endedFor(Task open, Task sent) {
        Task task = open.copy();
        task.setId("Task/" + open.getIdElement().getIdPart());
        task.setLastModifiedElement(new DateTimeType(moment()));
        task.setStatus(TaskStatus.CANCELLED)
                .setStatusReason(new CodeableConcept()
                        .setText("It goes on in Task/" + sent.getIdElement().getIdPart()
                                + ", which the sender has opened."));
        return task;
    }

    Task task() {
        String id = documentId();
        Task task = new Task();
        task.setId("Task/" + id);
        task.getMeta().addProfile(PROFILES + "ihrp-handoff-task");
        task.addIdentifier(arrived.bundle().getIdentifier().copy());
        task.setStatus(TaskStatus.RECEIVED).setIntent(TaskIntent.ORDER);
        task.setBusinessStatus(concept("ihrp-handoff-business-status", "received", "Received"));
        task.setCode(new CodeableConcept()
                .addCoding(new Coding(
                        "http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request")));
        task.setFocus(new Reference("ServiceRequest/" + id));
        task.setFor(new Reference(person));
        task.setAuthoredOnElement(new DateTimeType(moment()));
        task.setLastModifiedElement(new DateTimeType(moment()));
        task.setRequester(sender.copy());
        task.setOwner(new Reference("Organization/" + copies.receiver()));
        addDocument(task);
        return task;
    }

    private void addDocument(Task task) {
        task.addInput()
                .setType(concept("ihrp-handoff-part", "document", "Document"))
                .setValue(new Reference("DocumentReference/" + documentId()));
    }

    Provenance provenance(List<String> stored) {
        Provenance provenance = new Provenance();
        provenance.setId("Provenance/" + documentId());
        provenance.addTarget(new Reference("DocumentReference/" + documentId()));
        stored.forEach(place -> provenance.addTarget(new Reference(place)));
        provenance.setRecorded(Date.from(now.toInstant()));
        provenance.addAgent().setWho(sender.copy());
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference("DocumentReference/" + documentId()));
        return provenance;
    }

    private String moment() {
        return now.truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(CODES + system, code, display));
    }
}
