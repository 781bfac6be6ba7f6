package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** A receiver without a server of its own gets the document from ours, as long as the person lets it go. */
class SentDocumentIT extends ServerIT {

    private StoredStory story;
    private String task;
    private String sent;

    @BeforeEach
    void handOver() {
        AccessFixtures.organizations(http());
        story = StoredStory.tellFrom("demo-detox", "demo-hospital", http());
        sent = handOver("09:45", true);
        task = task(sent);
    }

    private String handOver(String time, boolean persist) {
        HttpResponse<String> answer = detox().post(story.handoff(), """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"as-of","valueDateTime":"2026-01-12T%s:00-05:00"},
                 {"name":"persist","valueBoolean":%s}]}""".formatted(time, persist));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String task(String document) {
        return AccessFixtures.only(detox().get("/Task?identifier=urn:ietf:rfc:3986%7C"
                + parsed(document).getIdentifier().getValue()));
    }

    @Test
    void theReceiversOwnTaskEndsWhereTheSendersHasCome() {
        String own = received(handOver("09:30", false));
        assertThat(own).isNotEqualTo(task);
        assertThat(hospital().get("/" + own).body()).contains("\"status\":\"received\"");
        assertThat(received(sent)).isEqualTo(task);
        Task sending = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/" + task).body());
        assertThat(sending.getStatus())
                .as("who has the document has received it")
                .isEqualTo(TaskStatus.RECEIVED);
        assertThat(sending.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("received");
        assertThat(hospital().get("/" + own).body())
                .contains("\"status\":\"cancelled\"", "It goes on in " + task + ",");
    }

    private String received(String document) {
        HttpResponse<String> answer = hospital().post("/$receive-handoff", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body()).getParameter().stream()
                .filter(part -> part.getName().equals("task"))
                .map(part -> ((Reference) part.getValue()).getReference())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goesToBothSidesAndIsTheOneThatWasSent() {
        for (Http side : List.of(detox(), hospital())) {
            HttpResponse<String> read = side.get("/" + task + "/$handoff-document");
            assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
            assertThat(DocumentDigest.of(read.body())).isEqualTo(DocumentDigest.of(sent));
            assertThat(read.body()).doesNotContain("ihrp-access");
        }
        HttpResponse<String> read = hospital().get("/" + task + "/$handoff-document");
        assertThat(read.headers().firstValue("Redisclosure-Notice")).isPresent();
        Http http = hospital();
        HttpResponse<String> page = http.send(http.request("/" + task + "/$handoff-document")
                .setHeader("Accept", "text/html")
                .GET());
        assertThat(page.body()).contains("<html", "Buprenorphine".toLowerCase(Locale.ROOT));
    }

    @Test
    void aNewerVersionGoesWithTheTaskThatIsOpen() {
        String newer = handOver("09:50", true);
        assertThat(task(newer)).isEqualTo(task);
        assertThat(handOver("09:50", true)).isNotEmpty();
        Task open = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, hospital().get("/" + task).body());
        assertThat(open.getIdentifier()).hasSize(2);
        assertThat(open.getInput().stream()
                        .map(input -> input.getType().getCodingFirstRep().getCode()))
                .containsExactly("document", "consent", "document");
        assertThat(open.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        HttpResponse<String> read = hospital().get("/" + task + "/$handoff-document");
        assertThat(DocumentDigest.of(read.body())).isEqualTo(DocumentDigest.of(newer));
        assertThat(received(newer)).isEqualTo(task);
    }

    @Test
    void aNewerVersionEndsTheOtherTasksOfEarlierOnes() {
        change(hospital(), received -> received.setStatus(TaskStatus.RECEIVED));
        Task sending = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/" + task).body());
        sending.setStatus(TaskStatus.REQUESTED).setIdentifier(List.of()).setId((String) null);
        String other = "Task/"
                + AccessFixtures.store(
                        detox(), "Task", Fhir.CONTEXT.newJsonParser().encodeResourceToString(sending));
        assertThat(task(handOver("09:50", true))).isEqualTo(task);
        assertThat(detox().get("/" + task).body()).contains("\"status\":\"received\"");
        assertThat(detox().get("/" + other).body()).contains("\"status\":\"cancelled\"", "It goes on in " + task + ",");
    }

    @Test
    void versionsThatAreFiledAtOnceGoWithOneTask() {
        List<String> times = List.of("09:46", "09:47", "09:48", "09:49");
        Set<String> tasks =
                times.parallelStream().map(time -> task(handOver(time, true))).collect(Collectors.toSet());
        assertThat(tasks).containsExactly(task);
    }

    @Test
    void aVersionAfterTheEndOpensATaskOfItsOwn() {
        change(hospital(), rejected -> rejected.setStatus(TaskStatus.REJECTED)
                .setStatusReason(new CodeableConcept().setText("No place before May.")));
        assertThat(task(handOver("09:50", true))).isNotEqualTo(task);
    }

    @Test
    void aVersionAfterARequestThatWasTakenBackAsksAnew() {
        Task first = parsedTask(task);
        change(detox(), cancelled -> cancelled
                .setStatus(TaskStatus.CANCELLED)
                .setStatusReason(new CodeableConcept().setText("The person stays here.")));
        String revoked = first.getFocus().getReference();
        ServiceRequest request = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(ServiceRequest.class, detox().get("/" + revoked).body());
        request.setStatus(ServiceRequest.ServiceRequestStatus.REVOKED);
        HttpResponse<String> answer = detox().send(detox().request("/" + revoked)
                .header("If-Match", "W/\"" + request.getMeta().getVersionId() + "\"")
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(Fhir.CONTEXT.newJsonParser().encodeResourceToString(request))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(task(handOver("09:45", true)))
                .as("the same document is filed once")
                .isEqualTo(task);
        Task newer = parsedTask(task(handOver("09:50", true)));
        assertThat(newer.getFocus().getReference()).isNotEqualTo(revoked);
        assertThat(detox().get("/" + newer.getFocus().getReference()).body()).contains("\"status\":\"active\"");
        assertThat(detox().get("/ServiceRequest?patient=" + story.number() + "&status=active&identifier="
                                + "urn:ietf:rfc:3986%7C" + series())
                        .body())
                .contains("\"total\":1");
    }

    private String series() {
        return ((Composition) parsed(sent).getEntryFirstRep().getResource())
                .getIdentifier()
                .getValue();
    }

    private Task parsedTask(String place) {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/" + place).body());
    }

    @Test
    void theNewestVersionIsTheOneThatTellsTheLatestMoment() {
        assertThat(task(handOver("09:40", true))).isEqualTo(task);
        HttpResponse<String> read = hospital().get("/" + task + "/$handoff-document");
        assertThat(DocumentDigest.of(read.body())).isEqualTo(DocumentDigest.of(sent));
    }

    @Test
    void theDecisionOfThePersonIsFiledOnceHoweverOftenItIsSent() {
        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = decided("Practitioner/amina-haddad");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(detox().get("/Provenance?target=CarePlan/" + story.number() + "-day-5")
                        .body()
                        .split("Kept, and kept again.", -1))
                .as("once in the element, once in the narrative")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aTeamDecidesNothing() {
        HttpResponse<String> answer = decided("CareTeam/" + story.number());
        assertThat(Outcome.codes(answer, 400)).containsExactly("handoff/parameter");
        assertThat(answer.body()).contains("decision-by", "Organization or Practitioner or PractitionerRole");
    }

    private HttpResponse<String> decided(String by) {
        return detox().post(story.handoff(), """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"as-of","valueDateTime":"2026-01-12T09:45:00-05:00"},
                 {"name":"decision","valueCode":"keep-back"},
                 {"name":"decision-by","valueReference":{"reference":"%s"}},
                 {"name":"decision-words","valueString":"Kept, and kept again."}]}""".formatted(by));
    }

    @Test
    void aVersionGoesToNobodyWhoWasAskedInTheMeantime() {
        change(detox(), asked -> asked.setOwner(new Reference("Organization/demo-prescriber")));
        assertThat(task(handOver("09:50", true))).isNotEqualTo(task);
    }

    private void change(Http side, Consumer<Task> move) {
        Task changed = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, side.get("/" + task).body());
        move.accept(changed);
        HttpResponse<String> answer = side.send(side.request("/" + task)
                .header("If-Match", "W/\"" + changed.getMeta().getVersionId() + "\"")
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(Fhir.CONTEXT.newJsonParser().encodeResourceToString(changed))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void leavesNoDecisionBehindWhereItCannotBeFiled() {
        Http narrow = withoutToken()
                .with(Tokens.fetch(base(), TestClients.DETOX, "system/*.rs system/Provenance.crs system/Bundle.c"));
        HttpResponse<String> answer = narrow.post(story.handoff(), """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"as-of","valueDateTime":"2026-01-12T09:55:00-05:00"},
                 {"name":"persist","valueBoolean":true},
                 {"name":"decision","valueCode":"keep-back"},
                 {"name":"decision-by","valueReference":{"reference":"Practitioner/amina-haddad"}},
                 {"name":"decision-words","valueString":"Not that, ever."}]}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(detox().get("/Provenance?target=CarePlan/" + story.number() + "-day-5")
                        .body())
                .doesNotContain("Not that, ever.");
    }

    @Test
    void isFoundWholeByItsHolderAndByNobodyElse() {
        String search = "/Bundle?identifier=urn:ietf:rfc:3986%7C"
                + parsed(sent).getIdentifier().getValue();
        HttpResponse<String> found = detox().get(search);
        assertThat(found.body()).doesNotContain("ihrp-access");
        String document = Fhir.CONTEXT
                .newJsonParser()
                .encodeResourceToString(parsed(found.body()).getEntryFirstRep().getResource());
        assertThat(DocumentDigest.of(document)).isEqualTo(DocumentDigest.of(sent));
        assertThat(parsed(hospital().get(search).body()).getEntry()).isEmpty();
    }

    private static Bundle parsed(String json) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json);
    }

    @Test
    void goesNoMoreWhenTheConsentIsTakenBack() {
        assertThat(detox().post(
                                "/Consent/" + story.number() + "-consent-riverside/$revoke",
                                "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> read = hospital().get("/" + task + "/$handoff-document");
        assertThat(read.statusCode()).as("the Task goes no more either").isEqualTo(404);
    }

    @Test
    void goesNoMoreAsAWholeWhenThePersonKeepsSomethingBack() {
        HttpResponse<String> filed = detox().post("/Patient/" + story.number() + "/$file-consent", """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"keep-back","valueCode":"PSY"},
                 {"name":"ends","valueDateTime":"2099-12-31"},
                 {"name":"words","valueString":"Not what I said of my nights."},
                 {"name":"told","valueCode":"revocation"},
                 {"name":"signed","valueDateTime":"2026-01-13T12:30:00Z"},
                 {"name":"paper","valueString":"Signed on paper, folder 7"}]}""");
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
        assertThat(hospital().get("/" + task).statusCode()).isEqualTo(200);
        HttpResponse<String> kept = hospital().get("/" + task + "/$handoff-document");
        String without = "Task/" + story.number() + "-step-1";
        assertThat(kept.statusCode()).isEqualTo(404);
        assertThat(kept.body())
                .as("told as where none was filed")
                .isEqualTo(detox().get("/" + without + "/$handoff-document").body());
        assertThat(detox().get("/" + task + "/$handoff-document").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotThereForOthersAndWithoutADocument() {
        HttpResponse<String> hidden = http(TestClients.STRANGER).get("/" + task + "/$handoff-document");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(Outcome.codes(detox().get("/Task/" + story.number() + "-step-1/$handoff-document"), 404))
                .containsExactly("handoff/no-document");
    }

    @Test
    void goesToNobodyElseWhomThePersonLetsReadTheRecords() {
        AccessFixtures.store(
                detox(),
                "Consent",
                AccessFixtures.consent(story.number(), "demo-detox", List.of("demo-prescriber"), "active"));
        assertThat(http(TestClients.PRESCRIBER).get("/" + task).statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(http(TestClients.PRESCRIBER).get("/" + task + "/$handoff-document"), 404))
                .containsExactly("handoff/no-document");
    }

    @Test
    void needsTheScopesForAllThatIsInIt() {
        Http narrow = withoutToken()
                .with(Tokens.fetch(base(), TestClients.HOSPITAL, "system/Task.rs system/DocumentReference.rs"));
        assertThat(Outcome.codes(narrow.get("/" + task + "/$handoff-document"), 403))
                .containsExactly("handoff/scope");
    }

    private Http detox() {
        return http(TestClients.DETOX);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }
}
