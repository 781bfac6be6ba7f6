package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Goal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

class ConsentAccessIT extends ServerIT {

    private String name = "";
    private String patient = "";
    private String goal = "";

    @BeforeEach
    void aPersonOfCounselling() {
        AccessFixtures.organizations(http());
        name = "N" + PartnerBundle.newNumber();
        patient = AccessFixtures.store(http("counselling"), "Patient", AccessFixtures.patient(name));
        goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(patient));
    }

    @Test
    void theHolderReadsAndFindsItsOwnRecords() {
        assertThat(http("counselling").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(total("counselling", "/Goal?subject=Patient/" + patient)).isEqualTo(1);
        assertThat(total("counselling", "/Patient?family=" + name)).isEqualTo(1);
    }

    @Test
    void othersGetTheAnswerForAnUnknownRecord() {
        HttpResponse<String> hidden = http("hospital").get("/Goal/" + goal);
        HttpResponse<String> unknown = http("hospital").get("/Goal/11111111-2222-3333-4444-555555555555");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(goal, "X"))
                .isEqualTo(unknown.body().replace("11111111-2222-3333-4444-555555555555", "X"));
        assertThat(total("hospital", "/Goal?subject=Patient/" + patient)).isZero();
        assertThat(total("hospital", "/Patient?family=" + name)).isZero();
    }

    @Test
    void whatAConsentLetsOutIsReadAndFoundWithTheNotice() {
        consent("hospital", "active");
        HttpResponse<String> read = http("hospital").get("/Goal/" + goal);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue(Notice.HEADER)).contains(Notice.STATEMENT_2);
        Goal shown = AccessFixtures.parse(read, Goal.class);
        assertThat(shown.getMeta().getSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "42CFRPart2"))
                .isNotNull();
        assertThat(shown.getMeta().getExtension()).isEmpty();

        Bundle page = search("hospital", "/Goal?subject=Patient/" + patient);
        assertThat(page.getTotal()).isEqualTo(1);
        assertThat(page.getEntry().get(1).getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.OUTCOME);
        assertThat(page.getLink("self").getUrl()).doesNotContain("ihrp-access");
        assertThat(total("hospital", "/Goal?_lastUpdated=gt2020")).isPositive();
        assertThat(total("prescriber", "/Goal?subject=Patient/" + patient)).isZero();
    }

    @Test
    void aRevocationCountsFromTheNextRequest() {
        String consent = consent("hospital", "active");
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        HttpResponse<String> revoked = http("counselling")
                .send(http("counselling")
                        .request("/Consent/" + consent)
                        .header("Content-Type", "application/fhir+json")
                        .header("If-Match", "W/\"1\"")
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(AccessFixtures.consent(
                                        patient, "demo-counselling", List.of("demo-hospital"), "inactive")
                                .replaceFirst("\\{", "{\"id\":\"" + consent + "\","))));
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(404);
        assertThat(total("hospital", "/Goal?subject=Patient/" + patient)).isZero();
    }

    @Test
    void aRecordSaysNothingOfRecordsThatAreHidden() {
        consent("hospital", "active");
        String meaning = AccessFixtures.store(http("counselling"), "Observation", AccessFixtures.meaning(patient));
        String plan = AccessFixtures.goal(patient)
                .replaceFirst(
                        "}$",
                        ",\"addresses\":[{\"reference\":\"Observation/" + meaning
                                + "\",\"display\":\"The hours of the ferry\"}]}");
        String named = AccessFixtures.store(http("counselling"), "Goal", plan);

        assertThat(http("counselling").get("/Goal/" + named).body())
                .contains(meaning, "The hours of the ferry")
                .doesNotContain("SUBSETTED");
        HttpResponse<String> shown = http("hospital").get("/Goal/" + named);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("Sleep", "SUBSETTED").doesNotContain(meaning, "ferry", "addresses");
        assertThat(http("hospital").get("/Goal?subject=Patient/" + patient).body())
                .doesNotContain(meaning, "ferry");
        HttpResponse<String> writtenBack = http("counselling").put("/Goal/" + named, shown.body());
        assertThat(writtenBack.statusCode()).as(writtenBack.body()).isEqualTo(422);
        assertThat(http("hospital").get("/Goal/" + goal).body()).doesNotContain("SUBSETTED");
    }

    @Test
    void aPersonWhoIsOfTheirOwnTeamIsNoOrganizationThatTreatsThem() {
        HttpResponse<String> stored =
                http("counselling").post("", """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:11111111-2222-4333-8444-555555555555","resource":%s,
                  "request":{"method":"POST","url":"Patient"}},
                 {"resource":{"resourceType":"CareTeam","status":"active",
                   "subject":{"reference":"urn:uuid:11111111-2222-4333-8444-555555555555"},
                   "participant":[{"member":{"reference":"urn:uuid:11111111-2222-4333-8444-555555555555"}},
                    {"member":{"reference":"Organization/demo-prescriber"}}]},
                  "request":{"method":"POST","url":"CareTeam"}}]}""".formatted(AccessFixtures.patient("T" + PartnerBundle.newNumber())));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        Bundle answer = AccessFixtures.parse(stored, Bundle.class);
        String person = answer.getEntryFirstRep().getResponse().getLocation().split("/", -1)[1];
        assertThat(total("counselling", "/CareTeam?subject=Patient/" + person)).isEqualTo(1);
        assertThat(total("prescriber", "/CareTeam?subject=Patient/" + person)).isZero();
        assertThat(http("prescriber").get("/Patient/" + person).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyConsentsToSharingTheRecordsOfOthers() {
        consent("hospital", "active");
        AccessFixtures.store(
                http("hospital"),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-stranger"), "active"));
        assertThat(http("stranger").get("/Goal/" + goal).statusCode()).isEqualTo(404);
    }

    private String consent(String recipient, String status) {
        return AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-" + recipient), status));
    }

    private int total(String client, String path) {
        return search(client, path).getTotal();
    }

    private Bundle search(String client, String path) {
        HttpResponse<String> response = http(client).get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return AccessFixtures.parse(response, Bundle.class);
    }
}
