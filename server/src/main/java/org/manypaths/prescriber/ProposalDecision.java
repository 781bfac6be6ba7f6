package org.manypaths.prescriber;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * What a team decides of a proposal. Pure.
 *
 * @param accepted otherwise it was declined
 * @param reason in words; a refusal always has one
 */
record ProposalDecision(boolean accepted, Optional<String> reason) {

    private static final Set<TaskStatus> OPEN =
            EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.ONHOLD);

    /** What a decision is about, each as it is stored. */
    record Subject(Task task, MedicationRequest draft, Optional<MedicationRequest> replaced, CarePlan plan) {}

    static boolean isOpen(Task task) {
        return OPEN.contains(task.getStatus());
    }

    /** The records that change, changed. */
    List<Resource> carryOut(Subject subject, OffsetDateTime at) {
        Task task = subject.task();
        task.setLastModifiedElement(Proposal.moment(at));
        reason.ifPresent(words -> task.setStatusReason(new CodeableConcept().setText(words)));
        return accepted ? accept(subject, at) : decline(subject);
    }

    private List<Resource> accept(Subject subject, OffsetDateTime at) {
        MedicationRequest order = subject.draft();
        order.setStatus(MedicationRequestStatus.ACTIVE).setIntent(MedicationRequestIntent.ORDER);
        // Before, it was a proposal: an account of an earlier day must not tell of it as an order.
        order.setAuthoredOnElement(Proposal.moment(at));
        subject.replaced().ifPresent(old -> old.setStatus(MedicationRequestStatus.STOPPED)
                .setStatusReason(new CodeableConcept().setText("Another order has taken its place.")));
        enter(order, subject);
        subject.task()
                .setStatus(TaskStatus.COMPLETED)
                .addOutput()
                .setType(new CodeableConcept().setText("Order"))
                .setValue(reference(order));
        return Stream.<Resource>concat(Stream.of(subject.task(), order, subject.plan()), subject.replaced().stream())
                .toList();
    }

    /** In the place of the order that it replaces; where it replaces none, at the end of the plan. */
    private static void enter(MedicationRequest order, Subject subject) {
        Optional<CarePlanActivityComponent> place = subject.replaced()
                .map(ProposalDecision::reference)
                .flatMap(old -> subject.plan().getActivity().stream()
                        .filter(activity -> old.getReference()
                                .equals(activity.getReference().getReference()))
                        .findFirst());
        place.orElseGet(() -> subject.plan().addActivity()).setReference(reference(order));
    }

    private List<Resource> decline(Subject subject) {
        MedicationRequest draft = subject.draft();
        draft.setStatus(MedicationRequestStatus.CANCELLED)
                .setStatusReason(new CodeableConcept().setText(reason.orElse("")));
        subject.task().setStatus(TaskStatus.REJECTED);
        return List.of(subject.task(), draft);
    }

    private static Reference reference(MedicationRequest order) {
        return MedicineNames.named(
                new Reference("MedicationRequest/" + order.getIdElement().getIdPart()), order);
    }
}
