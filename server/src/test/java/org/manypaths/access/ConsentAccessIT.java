package org.manypaths.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Goal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

class ConsentAccessIT extends ServerIT {

    private static final int MANY = 100;

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
    void aPageOfManyPeopleCarriesAllTheirConsents() {
        HttpResponse<String> stored = http("counselling")
                .post(
                        "",
                        IntStream.range(0, MANY)
                                .mapToObj(number ->
                                        entry("Patient", AccessFixtures.patient(name + "-" + number), "1." + number)
                                                + ","
                                                + entry("Consent", consentOf("1." + number), "2." + number))
                                .collect(joining(
                                        ",",
                                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[",
                                        "]}")));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        HttpResponse<String> page = http("hospital").get("/Patient?_count=" + MANY + "&family=" + name + "-");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.headers().firstValue(Notice.CONSENT_HEADER).orElse("")).endsWith(" more");
        assertThat(AccessFixtures.parse(page, Bundle.class).getEntry()).hasSize(MANY + 1);
        assertThat(Pattern.compile("Consent/\\S+ for treatment: ")
                        .matcher(page.body())
                        .results())
                .extracting(MatchResult::group)
                .as("scopes")
                .satisfies(scopes -> assertThat(Set.copyOf(scopes)).hasSize(MANY));
    }

    private static String entry(String type, String resource, String oid) {
        return "{\"fullUrl\":\"urn:oid:2.999." + oid + "\",\"resource\":" + resource
                + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type + "\"}}";
    }

    private static String consentOf(String oid) {
        return AccessFixtures.consent("", "demo-counselling", List.of("demo-hospital"), "active")
                .replace("\"Patient/\"", "\"urn:oid:2.999." + oid + "\"");
    }

    @Test
    void aServiceOrganizationGetsRecordsForOperationsAndForNothingElse() {
        String theirs = AccessFixtures.store(http("detox"), "Patient", AccessFixtures.patient(name + "-detox"));
        String record = AccessFixtures.store(http("detox"), "Goal", AccessFixtures.goal(theirs));
        assertThat(http("stranger").get("/Goal/" + record).statusCode()).isEqualTo(404);
        HttpResponse<String> read = forOperations("stranger", record);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue(Notice.HEADER)).isEmpty();
        assertThat(forOperations("stranger", goal).statusCode())
                .as("of another holder")
                .isEqualTo(404);
        assertThat(forOperations("hospital", record).statusCode())
                .as("by another organization")
                .isEqualTo(404);
    }

    private HttpResponse<String> forOperations(String client, String record) {
        Http http = http(client);
        return http.send(http.request("/Goal/" + record)
                .header("Purpose-Of-Use", "HOPERAT")
                .GET());
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
    void aConsentThatKeepsSomethingBackIsExplainedAndNotShown() {
        String open = consent("hospital", "active");
        assertThat(http("hospital").get("/Consent/" + open).statusCode()).isEqualTo(200);
        assertThat(http("counselling").delete("/Consent/" + open).statusCode()).isBetween(200, 204);
        String text = AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active");
        String denial = "\"provision\":[{\"type\":\"deny\",\"securityLabel\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"PSY\"}]}],\"securityLabel\"";
        String keeping =
                AccessFixtures.store(http("counselling"), "Consent", text.replace("\"securityLabel\"", denial));
        assertThat(http("counselling").get("/Consent/" + keeping).statusCode()).isEqualTo(200);
        assertThat(http("hospital").get("/Consent/" + keeping).statusCode()).isEqualTo(404);
        assertThat(total("hospital", "/Consent?patient=Patient/" + patient)).isZero();

        HttpResponse<String> read = http("hospital").get("/Goal/" + goal);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        assertThat(read.headers().firstValue(Notice.SCOPE_HEADER).orElse(""))
                .startsWith(
                        "Consent/" + keeping + " for treatment: general health, substance use, alcohol use, opioid use")
                .doesNotContain("mental");
        assertThat(http("hospital").get("/Goal?subject=Patient/" + patient).body())
                .contains("for treatment: general health, substance use")
                .doesNotContain("mental health");
    }

    @Test
    void aRecipientKeepsBackItsOwnRecordsAndNoOthers() {
        consent("hospital", "active");
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        String denial = AccessFixtures.consent(patient, "demo-hospital", List.of("demo-hospital"), "active")
                .replace("\"type\":\"permit\"", "\"type\":\"deny\"");
        AccessFixtures.store(http("hospital"), "Consent", denial);
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        AccessFixtures.store(http(), "Consent", denial);
        assertThat(http("hospital").get("/Goal/" + goal).statusCode())
                .as("an operator")
                .isEqualTo(404);
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
    void whatAPersonSignedNamesNobodyElseLater() {
        String consent = consent("hospital", "active");
        String wider = AccessFixtures.consent(
                        patient, "demo-counselling", List.of("demo-hospital", "demo-stranger"), "active")
                .replaceFirst("\\{", "{\"id\":\"" + consent + "\",");
        HttpResponse<String> refused = update("/Consent/" + consent, wider);
        assertThat(Outcome.codes(refused, 422)).containsExactly("consent/signed");
        assertThat(http("stranger").get("/Goal/" + goal).statusCode()).isEqualTo(404);
        HttpResponse<String> signedAnew = update(
                "/Consent/" + consent,
                wider.replace("2026-01-09T12:30", "2026-02-09T12:30").replace("Signed on paper", "Signed again"));
        assertThat(signedAnew.statusCode()).as(signedAnew.body()).isEqualTo(200);
        assertThat(http("stranger").get("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    @Test
    void whoTreatsIsWhoTreatsNow() {
        String consent = AccessFixtures.consent(patient, "demo-counselling", List.of("demo-counselling"), "active")
                .replaceFirst(
                        "\"extension\":\\[",
                        "\"extension\":[{\"url\":\"https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-recipient-class\","
                                + "\"valueCodeableConcept\":{\"coding\":[{\"system\":"
                                + "\"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-recipient-class\","
                                + "\"code\":\"treating-providers\"}]}},");
        AccessFixtures.store(http("counselling"), "Consent", consent);
        String team = """
                {"resourceType":"CareTeam","status":"active","subject":{"reference":"Patient/%s"},
                 "participant":[{"member":{"reference":"Organization/demo-hospital"},"period":{"end":"2020-01-01"}}]}""".formatted(patient);
        String stored = AccessFixtures.store(http("counselling"), "CareTeam", team);
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(404);
        HttpResponse<String> again = update(
                "/CareTeam/" + stored,
                team.replaceFirst("\\{", "{\"id\":\"" + stored + "\",").replace("2020-01-01", "2096-01-01"));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(total("hospital", "/Goal?subject=Patient/" + patient)).isEqualTo(1);
    }

    @Test
    void aRecordThatCameFromAProgrammeStaysOneWhereItIsKeptElsewhere() {
        String theirs = AccessFixtures.store(http("hospital"), "Patient", AccessFixtures.patient(name + "-hospital"));
        String plain = AccessFixtures.store(http("hospital"), "Goal", AccessFixtures.goal(theirs));
        String labelled = AccessFixtures.store(
                http("hospital"),
                "Goal",
                AccessFixtures.goal(theirs)
                        .replaceFirst(
                                "\\{",
                                "{\"meta\":{\"security\":[{\"system\":"
                                        + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"42CFRPart2\"}]},"));
        AccessFixtures.store(
                http("hospital"),
                "CareTeam",
                "{\"resourceType\":\"CareTeam\",\"status\":\"active\",\"subject\":{\"reference\":\"Patient/" + theirs
                        + "\"},\"participant\":[{\"member\":{\"reference\":\"Organization/demo-stranger\"}}]}");
        assertThat(http("stranger").get("/Goal/" + plain).statusCode()).isEqualTo(200);
        assertThat(http("stranger").get("/Goal/" + labelled).statusCode()).isEqualTo(404);
        assertThat(http("hospital").get("/Goal/" + labelled).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> update(String path, String body) {
        Http client = http("counselling");
        return client.send(client.request(path)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
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
