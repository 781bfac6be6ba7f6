package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What comes in a document says nothing of who may see the records that its receiver holds. */
class ReceivedOpensNothingIT extends ServerIT {

    private final String number = UUID.randomUUID().toString();

    /** Known by identifiers, so that what a document says of them is said of these. */
    @BeforeEach
    void organizations() {
        AccessFixtures.organizations(http());
        for (String name : List.of("demo-stranger", "demo-counselling")) {
            assertThat(http().put("/Organization/" + name, organization(name)).statusCode())
                    .isEqualTo(200);
        }
    }

    private static String organization(String name) {
        return """
                {"resourceType":"Organization","id":"%1$s","name":"%1$s","active":true,"identifier":[
                 {"system":"http://example.org/opens-nothing","value":"%1$s"}]}""".formatted(name);
    }

    @Test
    void noConsentThatCameInADocumentLetsTheReceiverTell() {
        String person = known(TestClients.COUNSELLING);
        String goal = AccessFixtures.store(http(TestClients.COUNSELLING), "Goal", AccessFixtures.goal(person));
        String consent = AccessFixtures.consent("NUMBER", "demo-counselling", List.of("demo-stranger"), "active");
        received(TestClients.COUNSELLING, "Consent", consent.replace("Patient/NUMBER", "urn:uuid:" + number));
        assertUnseen(goal, person);
    }

    @Test
    void noEpisodeThatCameInADocumentTellsWhoTreatsThePersonHere() {
        String person = known(TestClients.HOSPITAL);
        String goal = AccessFixtures.store(http(TestClients.HOSPITAL), "Goal", AccessFixtures.goal(person));
        received(TestClients.HOSPITAL, "EpisodeOfCare", """
                {"resourceType":"EpisodeOfCare","status":"active","patient":{"reference":"urn:uuid:%s"},
                 "managingOrganization":{"reference":"Organization/demo-stranger"}}""".formatted(number));
        assertUnseen(goal, person);
    }

    private void assertUnseen(String goal, String person) {
        Http stranger = http(TestClients.STRANGER);
        assertThat(stranger.get("/Goal/" + goal).statusCode()).isEqualTo(404);
        String page = stranger.get("/Goal?patient=Patient/" + person).body();
        assertThat(Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(Bundle.class, page)
                        .getTotal())
                .isZero();
    }

    private String known(String client) {
        return AccessFixtures.store(http(client), "Patient", """
                {"resourceType":"Patient","name":[{"family":"Plain"}],"identifier":[
                 {"system":"http://example.org/plain","value":"%s"}]}""".formatted(number));
    }

    /** With the organizations that it names. */
    private void received(String client, String type, String record) {
        String entries = """
                ,{"fullUrl":"http://127.0.0.1:9/Organization/demo-stranger","resource":%s},
                 {"fullUrl":"http://127.0.0.1:9/Organization/demo-counselling","resource":%s},
                 {"fullUrl":"http://127.0.0.1:9/%s/x","resource":%s}]}""".formatted(organization("demo-stranger"), organization("demo-counselling"), type, record);
        String document =
                PlainDocument.TEXT.replace("NUMBER", number).replaceFirst("\\]\\}$", Matcher.quoteReplacement(entries));
        HttpResponse<String> answer = http(client).post("/$receive-handoff", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(type + "/");
    }
}
