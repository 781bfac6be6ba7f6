package org.manypaths.handoff;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Words;

/** What is filed of one handoff: the document, where it is kept, the transition request and the task of both sides. */
final class HandoffFolder {

    private static final String PROFILES = Canonical.BASE + "/StructureDefinition/";
    private static final String CODES = Canonical.BASE + "/CodeSystem/";

    private final Bundle document;
    private final HandoffRequest request;
    private final PersonRecord record;
    private final String base;

    HandoffFolder(Bundle document, HandoffRequest request, PersonRecord record, String base) {
        this.document = document;
        this.request = request;
        this.record = record;
        this.base = base;
    }

    /** The address of a resource while it is not stored yet: the same for the same kind. */
    static String place(Resource resource) {
        return "urn:uuid:"
                + UUID.nameUUIDFromBytes(("handoff/" + resource.fhirType()).getBytes(StandardCharsets.UTF_8));
    }

    /** What all versions of this handoff share. */
    Identifier series() {
        return composition().getIdentifier().copy();
    }

    Bundle document() {
        return document.copy();
    }

    DocumentReference reference() {
        DocumentReference reference = new DocumentReference();
        reference.getMeta().addProfile(PROFILES + "ihrp-handoff-document-reference");
        reference.setMasterIdentifier(document.getIdentifier().copy());
        reference.addIdentifier(document.getIdentifier().copy());
        reference.setStatus(DocumentReferenceStatus.CURRENT);
        reference.setType(composition().getType().copy());
        reference.addCategory(concept("ihrp-document-category", "handoff-document", "Handoff document"));
        reference.setSubject(to(record.person()));
        reference.setDateElement(new InstantType(Words.fhir(request.asOf())));
        reference.addAuthor(composition().getAuthorFirstRep().copy());
        reference.setCustodian(named(record.sender()));
        reference.addSecurityLabel(new CodeableConcept()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", "restricted")));
        reference
                .addContent()
                .getAttachment()
                .setContentType("application/fhir+json")
                .setTitle(composition().getTitle())
                .setUrl(base + "/Bundle?identifier=" + document.getIdentifier().getSystem() + "|"
                        + document.getIdentifier().getValue());
        return reference;
    }

    ServiceRequest transition() {
        ServiceRequest transition = new ServiceRequest();
        transition.getMeta().addProfile(PROFILES + "ihrp-transition-request");
        transition.addIdentifier(series());
        transition.setStatus(ServiceRequestStatus.ACTIVE).setIntent(ServiceRequestIntent.ORDER);
        transition.addCategory(concept("ihrp-modality", "transition", "Transition of care"));
        transition.setCode(new CodeableConcept()
                .setText("Care goes on at " + record.recipient().getName()));
        transition.setSubject(to(record.person()));
        transition.addBasedOn(to(record.plan()));
        transition.setOccurrence(new DateTimeType(Words.fhir(request.asOf())));
        transition.setAuthoredOnElement(new DateTimeType(Words.fhir(request.now())));
        transition.setRequester(named(record.sender()));
        transition.addPerformer(named(record.recipient()));
        return transition;
    }

    Task task() {
        Task task = new Task();
        task.getMeta().addProfile(PROFILES + "ihrp-handoff-task");
        task.addIdentifier(document.getIdentifier().copy());
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setBusinessStatus(concept("ihrp-handoff-business-status", "sent", "Sent"));
        task.setCode(new CodeableConcept()
                .addCoding(new Coding(
                        "http://hl7.org/fhir/CodeSystem/task-code", "fulfill", "Fulfill the focal request")));
        task.setFocus(new Reference(place(new ServiceRequest())));
        task.setFor(to(record.person()));
        task.setAuthoredOnElement(new DateTimeType(Words.fhir(request.now())));
        task.setLastModifiedElement(new DateTimeType(Words.fhir(request.now())));
        task.setRequester(named(record.sender()));
        task.setOwner(named(record.recipient()));
        addDocument(task, place(new DocumentReference()));
        addConsent(task);
        return task;
    }

    /** The task of an earlier version, with this document beside the others. */
    Task addTo(Task open, IdType reference) {
        Task task = open.copy();
        task.setId("Task/" + open.getIdElement().getIdPart());
        task.addIdentifier(document.getIdentifier().copy());
        task.setLastModifiedElement(new DateTimeType(Words.fhir(request.now())));
        addDocument(task, reference.getResourceType() + "/" + reference.getIdPart());
        addConsent(task);
        return task;
    }

    /** A task of an earlier version beside that with which this document goes: one clock runs for one handoff. */
    Task endedFor(Task earlier, Task going) {
        Task task = earlier.copy();
        task.setId("Task/" + earlier.getIdElement().getIdPart());
        task.setLastModifiedElement(new DateTimeType(Words.fhir(request.now())));
        task.setStatus(TaskStatus.CANCELLED)
                .setStatusReason(new CodeableConcept()
                        .setText("It goes on in Task/" + going.getIdElement().getIdPart()
                                + ", with which a newer version of the document went."));
        return task;
    }

    private void addConsent(Task task) {
        consent()
                .filter(consent -> task.getInput().stream().noneMatch(input -> consent.equalsDeep(input.getValue())))
                .ifPresent(consent -> task.addInput()
                        .setType(concept("ihrp-handoff-part", "consent", "Consent"))
                        .setValue(consent));
    }

    private static void addDocument(Task task, String reference) {
        task.addInput()
                .setType(concept("ihrp-handoff-part", "document", "Document"))
                .setValue(new Reference(reference));
    }

    /** The consent that the document itself names. */
    Optional<Reference> consent() {
        return Optional.ofNullable(composition().getExtensionByUrl(PROFILES + "ihrp-consent-scope"))
                .map(scope -> scope.getExtensionByUrl("consent"))
                .map(named -> (Reference) named.getValue().copy());
    }

    private Composition composition() {
        return (Composition) document.getEntryFirstRep().getResource();
    }

    /** Both sides are read about by name; the person is named by their own record alone. */
    private static Reference named(Organization place) {
        return to(place).setDisplay(place.getName());
    }

    private static Reference to(Resource resource) {
        return new Reference(Passage.key(resource));
    }

    private static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(CODES + system, code, display));
    }
}
