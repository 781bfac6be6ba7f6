package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;

/** Handoffs from Harbour House to Riverside in whatever state a test needs. */
final class Handoffs {

    /** From detox to the hospital, for the person whose id is put in. */
    static final String REQUEST = """
            {"resourceType":"ServiceRequest",
             "meta":{"profile":["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-transition-request"]},
             "status":"active","intent":"order","category":[{"coding":[
              {"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality","code":"transition"}]}],
             "code":{"text":"Outpatient care"},"subject":{"reference":"Patient/%s"},"occurrenceDateTime":"2026-01-12",
             "requester":{"reference":"Organization/demo-detox"},
             "performer":[{"reference":"Organization/demo-hospital"}]}
            """;

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

    static HttpResponse<String> put(Http sender, String path, Task task) {
        return sender.send(sender.request(path)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                .PUT(BodyPublishers.ofString(json(task))));
    }

    static void refused(HttpResponse<String> answer, int status, String code, String element) {
        assertThat(Outcome.codes(answer, status)).as(answer.body()).contains(code);
        assertThat(answer.body()).contains(element);
    }

    static String json(Task task) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(task);
    }
}
