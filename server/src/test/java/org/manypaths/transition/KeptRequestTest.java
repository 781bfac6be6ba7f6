package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.manypaths.refusal.Issue;

/** What was asked for, and of whom, once it was asked. */
class KeptRequestTest {

    @Test
    void staysButForItsStatusAndItsNotes() {
        ServiceRequest noted = request(ServiceRequestStatus.ONHOLD);
        noted.addNote().setText("Her bus is late.");
        assertThat(RequestRules.kept(request(ServiceRequestStatus.ACTIVE), noted))
                .isEmpty();
        ServiceRequest other = request(ServiceRequestStatus.ACTIVE);
        other.addPerformer(new Reference("Organization/open-door")).setSubject(new Reference("Patient/mina"));
        other.setOccurrence(new DateTimeType("2026-01-20"));
        assertThat(RequestRules.kept(request(ServiceRequestStatus.ACTIVE), other))
                .extracting(issue -> issue.code() + " " + issue.expression())
                .containsExactlyInAnyOrder(
                        "transition/fixed [ServiceRequest.performer]",
                        "transition/fixed [ServiceRequest.subject]",
                        "transition/fixed [ServiceRequest.occurrence]");
        assertThat(RequestRules.kept(request(ServiceRequestStatus.DRAFT), other))
                .isEmpty();
    }

    @Test
    void isAskedOfNobodyWhoIsNamedWithoutAReference() {
        Reference named = new Reference().setDisplay("Riverside");
        named.getIdentifier().setSystem("urn:example").setValue("1");
        Task task = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT).setOwner(named);
        Task before = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT);
        for (Task from : List.of(new Task(), before)) {
            assertThat(PartyRules.named(from, task)).extracting(Issue::code).containsExactly("transition/owner");
        }
        assertThat(PartyRules.named(task, task.copy())).as("what stood there").isEmpty();
        assertThat(PartyRules.named(new Task(), before)).isEmpty();
    }

    private static ServiceRequest request(ServiceRequestStatus status) {
        return new ServiceRequest()
                .setStatus(status)
                .setRequester(new Reference("Organization/harbour"))
                .addPerformer(new Reference("Organization/riverside"))
                .setSubject(new Reference("Patient/rosa"));
    }
}
