package org.manypaths.prescriber;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.conformance.Canonical;

/**
 * A medicine that a prescriber proposes for a plan.
 *
 * @param order as it was sent
 * @param replaces the order of the plan in whose place it would come
 * @param from the organisation that proposes, as a reference
 */
record Proposal(
        CarePlan plan,
        MedicationRequest order,
        Optional<MedicationRequest> replaces,
        Optional<String> words,
        Reference from,
        OffsetDateTime at) {

    private static final String MEDICATION_REQUEST = Canonical.BASE + "/StructureDefinition/ihrp-medication-request";
    private static final List<String> INHERITED = List.of(
            Canonical.BASE + "/StructureDefinition/ihrp-substance",
            Canonical.BASE + "/StructureDefinition/ihrp-moud-phase",
            "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal");
    private static final String TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code";
    private static final String APPROVE = "approve";

    /** A draft that nobody takes for an order. */
    MedicationRequest draft() {
        MedicationRequest draft = order.copy();
        draft.setId((String) null);
        if (!draft.getMeta().hasProfile(MEDICATION_REQUEST)) {
            draft.getMeta().addProfile(MEDICATION_REQUEST);
        }
        draft.setStatus(MedicationRequestStatus.DRAFT).setIntent(MedicationRequestIntent.PROPOSAL);
        draft.setSubject(plan.getSubject().copy());
        draft.setAuthoredOnElement(moment(at));
        if (!draft.getRequester().hasReference()) {
            draft.setRequester(from.copy());
        }
        draft.getBasedOn().clear();
        draft.addBasedOn(planReference());
        draft.setPriorPrescription(replaces.map(old ->
                        new Reference("MedicationRequest/" + old.getIdElement().getIdPart()))
                .orElse(null));
        replaces.ifPresent(old -> INHERITED.forEach(url -> inherit(draft, old, url)));
        return draft;
    }

    /** What the order that it replaces was for, it is for as well, unless it says otherwise. */
    private static void inherit(MedicationRequest draft, MedicationRequest old, String url) {
        if (!draft.hasExtension(url)) {
            old.getExtensionsByUrl(url).forEach(extension -> draft.addExtension(extension.copy()));
        }
    }

    /** What the team has to decide, with the names by which people know who proposes which medicine to whom. */
    Task task(String draft, Reference team) {
        Task task = new Task();
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.PROPOSAL);
        task.setCode(new CodeableConcept()
                .addCoding(new Coding(TASK_CODES, APPROVE, "Activate/approve the focal resource")));
        task.setFocus(MedicineNames.named(new Reference(draft), order));
        task.addBasedOn(planReference());
        task.setFor(plan.getSubject().copy());
        task.setRequester(from.copy());
        task.setOwner(team);
        task.setAuthoredOnElement(moment(at)).setLastModifiedElement(moment(at));
        words.ifPresent(task::setDescription);
        return task;
    }

    static boolean isOne(Task task) {
        return task.getCode().hasCoding(TASK_CODES, APPROVE)
                && "MedicationRequest"
                        .equals(task.getFocus().getReferenceElement().getResourceType());
    }

    static DateTimeType moment(OffsetDateTime at) {
        return new DateTimeType(at.withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private Reference planReference() {
        return new Reference("CarePlan/" + plan.getIdElement().getIdPart());
    }
}
