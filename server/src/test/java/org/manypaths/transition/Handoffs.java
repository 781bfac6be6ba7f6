package org.manypaths.transition;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.conformance.Canonical;

/** Handoffs from Harbour House to Riverside in whatever state a test needs. */
final class Handoffs {

    private Handoffs() {}

    static Task task(TaskStatus status, BusinessStatus business) {
        Task task = new Task()
                .setStatus(status)
                .setIntent(Task.TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding("http://hl7.org/fhir/CodeSystem/task-code", "fulfill", null)))
                .setFocus(new Reference("ServiceRequest/1"))
                .setFor(new Reference("Patient/rosa"))
                .setRequester(new Reference("Organization/harbour"))
                .setOwner(new Reference("Organization/riverside"));
        task.getMeta().addProfile(HandoffRules.PROFILE);
        return say(task, business);
    }

    static Task say(Task task, BusinessStatus business) {
        return business == BusinessStatus.UNSAID
                ? task.setBusinessStatus(null)
                : task.setBusinessStatus(business.concept());
    }

    static Task because(Task task, String reason) {
        return task.setStatusReason(new CodeableConcept().setText(reason));
    }

    static Task feedback(Task task, String words) {
        task.addOutput()
                .setType(new CodeableConcept(
                        new Coding(Canonical.BASE + "/CodeSystem/ihrp-handoff-part", "feedback", "Feedback")))
                .setValue(new StringType(words));
        return task;
    }
}
