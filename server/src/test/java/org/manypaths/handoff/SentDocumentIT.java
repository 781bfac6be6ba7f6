package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

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
        String identifier = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, document)
                .getIdentifier()
                .getValue();
        return AccessFixtures.only(detox().get("/Task?identifier=urn:ietf:rfc:3986%7C" + identifier));
    }

    @Test
    void theReceiversOwnTaskEndsWhereTheSendersHasCome() {
        String own = received(handOver("09:30", false));
        assertThat(own).isNotEqualTo(task);
        assertThat(hospital().get("/" + own).body()).contains("\"status\":\"received\"");
        assertThat(received(sent)).isEqualTo(task);
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
    void goesNoMoreWhenTheConsentIsTakenBack() {
        assertThat(detox().post(
                                "/Consent/" + story.number() + "-consent-riverside/$revoke",
                                "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> read = hospital().get("/" + task + "/$handoff-document");
        assertThat(read.statusCode()).as(read.body()).isIn(403, 404);
        assertThat(read.body()).doesNotContain("\"Composition\"");
    }

    @Test
    void isNotThereForOthersAndWithoutADocument() {
        HttpResponse<String> hidden = http(TestClients.STRANGER).get("/" + task + "/$handoff-document");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(Outcome.codes(detox().get("/Task/" + story.number() + "-step-1/$handoff-document"), 404))
                .containsExactly("handoff/no-document");
    }

    private Http detox() {
        return http(TestClients.DETOX);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }
}
