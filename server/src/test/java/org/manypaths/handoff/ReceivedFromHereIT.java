package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** A document is brought to the server that it was made on: the person's consent and the sender's Task stand there. */
class ReceivedFromHereIT extends ServerIT {

    private StoredStory story;

    @BeforeEach
    void tell() {
        AccessFixtures.organizations(http());
        story = StoredStory.tellFrom("demo-detox", "demo-hospital", http());
    }

    @Test
    void goesOnInNoTaskThatSomebodyElseHasMade() {
        String document = handOver(false);
        String strangers = strangersTask(identifier(document));
        String task = received(document);
        assertThat(task).isNotEqualTo(strangers);
        assertThat(hospital().get("/" + task).body()).contains("\"status\":\"received\"", "demo-hospital");
    }

    @Test
    void goesOnInTheSendersTaskWhereSomebodyElseHasMadeOneToo() {
        String document = handOver(true);
        String sent = AccessFixtures.only(detox().get("/Task?identifier=urn:ietf:rfc:3986%7C" + identifier(document)));
        strangersTask(identifier(document));
        assertThat(received(document)).isEqualTo(sent);
    }

    @Test
    void goesOnInATaskOfTheReceiversOwnWhereTheSenderHasCalledItOff() {
        String document = handOver(true);
        String sent = AccessFixtures.only(detox().get("/Task?identifier=urn:ietf:rfc:3986%7C" + identifier(document)));
        callOff(sent);
        String task = received(document);
        assertThat(task).isNotEqualTo(sent);
        assertThat(hospital().get("/" + task).body()).contains("\"status\":\"received\"");
    }

    @Test
    void isNotTakenInWhenTheConsentHasBeenTakenBackHere() {
        String document = handOver(false);
        HttpResponse<String> revoked = detox().post(
                        "/Consent/" + story.number() + "-consent-riverside/$revoke",
                        "{\"resourceType\":\"Parameters\"}");
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
        HttpResponse<String> answer = hospital().post("/$receive-handoff", document);
        assertThat(Outcome.codes(answer, 403)).containsExactly("reception/consent");
        assertThat(answer.body()).contains("known on this server, where it is not in force any more");
    }

    /** It keeps something back, so it is in no document; and it is said as of any record that no consent lets go. */
    @Test
    void isNotTakenInWhenTheSenderKeepsItBackSince() {
        String document = handOver(false);
        AccessFixtures.store(detox(), "Consent", denial());
        HttpResponse<String> answer = hospital().post("/$receive-handoff", document);
        assertThat(Outcome.codes(answer, 403)).containsExactly("reception/consent");
        assertThat(answer.body()).contains("No consent in the document that is in force lets");
    }

    @Test
    void isTakenInWhateverTheReceiverKeepsBackOfItsOwn() {
        String document = handOver(false);
        AccessFixtures.store(hospital(), "Consent", denial());
        assertThat(received(document)).startsWith("Task/");
    }

    private String denial() {
        return AccessFixtures.consent(story.number(), "demo-detox", List.of("demo-hospital"), "active")
                .replace("\"type\":\"permit\"", "\"type\":\"deny\"");
    }

    /** Of a person of the stranger's, by the identifier of somebody else's document. */
    private String strangersTask(String identifier) {
        Http stranger = http(TestClients.STRANGER);
        String mallory = AccessFixtures.store(
                stranger, "Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Mallory\"}]}");
        String request = AccessFixtures.store(stranger, "ServiceRequest", """
                {"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"x"},
                 "subject":{"reference":"Patient/%s"},"requester":{"reference":"Organization/demo-stranger"},
                 "category":[{"coding":[{"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality",
                  "code":"transition"}]}],
                 "performer":[{"reference":"Organization/demo-hospital"}]}""".formatted(mallory));
        return "Task/" + AccessFixtures.store(stranger, "Task", """
                {"resourceType":"Task","status":"requested","intent":"order",
                 "meta":{"profile":["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task"]},
                 "identifier":[{"system":"urn:ietf:rfc:3986","value":"%s"}],
                 "code":{"coding":[{"system":"http://hl7.org/fhir/CodeSystem/task-code","code":"fulfill"}]},
                 "focus":{"reference":"ServiceRequest/%s"},"for":{"reference":"Patient/%s"},
                 "requester":{"reference":"Organization/demo-stranger"},
                 "owner":{"reference":"Organization/demo-hospital"},"authoredOn":"2026-01-12T10:00:00Z"}""".formatted(identifier, request, mallory));
    }

    private void callOff(String place) {
        Task task = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/" + place).body());
        task.setStatus(TaskStatus.CANCELLED).setStatusReason(new CodeableConcept().setText("A place nearer by."));
        Http http = detox();
        HttpResponse<String> answer = http.send(http.request("/" + place)
                .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(Fhir.CONTEXT.newJsonParser().encodeResourceToString(task))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String handOver(boolean persist) {
        HttpResponse<String> answer = detox().post(story.handoff(), """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"as-of","valueDateTime":"2026-01-12T09:45:00-05:00"},
                 {"name":"persist","valueBoolean":%s}]}""".formatted(persist));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String identifier(String document) {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, document)
                .getIdentifier()
                .getValue();
    }

    private String received(String document) {
        HttpResponse<String> answer = hospital().post("/$receive-handoff", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Parameters said = Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body());
        return ((Reference) said.getParameter("task").getValue()).getReference();
    }

    private Http detox() {
        return http(TestClients.DETOX);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }
}
