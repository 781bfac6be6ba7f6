package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Tokens;

/** What a history, and a refusal to delete, tell of versions and records that are kept back: nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class HistoryLeaksIT extends ServerIT {

    private static final String UNKNOWN = "0a0a0a0a-0000-4000-8000-000000000004";

    private String person = "";

    @BeforeAll
    void aPersonWhoSharesSomeOfIt() {
        AccessFixtures.organizations(http());
        person = AccessFixtures.store(
                http("counselling"), "Patient", AccessFixtures.patient("H" + PartnerBundle.newNumber()));
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
    }

    @Test
    void aHistoryCountsWhatItShows() {
        String condition = AccessFixtures.store(http("counselling"), "Condition", condition("B20"));
        HttpResponse<String> changed = http("counselling")
                .put(
                        "/Condition/" + condition,
                        condition("F11.20").replaceFirst("\\{", "{\"id\":\"" + condition + "\","));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        String path = "/Condition/" + condition + "/_history";
        Bundle whole = AccessFixtures.parse(http("counselling").get(path), Bundle.class);
        assertThat(whole.getTotal()).isEqualTo(2);
        Bundle seen = AccessFixtures.parse(http("hospital").get(path), Bundle.class);
        assertThat(seen.getEntry()).hasSize(1);
        assertThat(seen.getTotal()).isEqualTo(1);
        for (String part : List.of("?_count=1", "?_since=2020-01-01T00:00:00Z", "?_count=0")) {
            assertThat(AccessFixtures.parse(http("hospital").get(path + part), Bundle.class)
                            .getTotal())
                    .as(part)
                    .isLessThan(2);
        }
        Bundle inBatch =
                (Bundle) AccessFixtures.parse(http("hospital").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[
                 {"request":{"method":"GET","url":"%s"}}]}""".formatted(path.substring(1))), Bundle.class)
                        .getEntryFirstRep()
                        .getResource();
        if (inBatch != null) {
            assertThat(inBatch.getTotal()).isLessThan(2);
        }
    }

    @Test
    void theHistoryOfWhatIsOutsideTheCriteriaOfTheTokenIsNotThere() {
        String goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(person));
        Http narrow =
                withoutToken().with(Tokens.fetch(base(), "counselling", "system/Goal.rs?lifecycle-status=completed"));
        for (String part : List.of("", "?_since=2099-01-01T00:00:00Z", "?_count=1")) {
            assertThat(seen(narrow.get("/Goal/" + goal + "/_history" + part), goal))
                    .as(part)
                    .isEqualTo(seen(narrow.get("/Goal/" + UNKNOWN + "/_history" + part), UNKNOWN))
                    .startsWith("404");
        }
        assertThat(http("counselling")
                        .get("/Goal/" + goal + "/_history?_since=2099-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(200);
        assertThat(http("counselling").delete("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(narrow.get("/Goal/" + goal + "/_history").statusCode()).isEqualTo(404);
        assertThat(http("counselling").get("/Goal/" + goal + "/_history").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSinceWithoutATimeIsRefusedForWhateverItIsAsked() {
        String goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(person));
        Http narrow =
                withoutToken().with(Tokens.fetch(base(), "counselling", "system/Goal.rs?lifecycle-status=completed"));
        for (String since : List.of("2026-01-01", "2026", "yesterday", "2026-02-03T04:05:06", "2026-13-01T00:00:00Z")) {
            String part = "/_history?_since=" + since;
            HttpResponse<String> hidden = narrow.get("/Goal/" + goal + part);
            assertThat(Outcome.codes(hidden, 400)).containsExactly("request/invalid-parameter");
            assertThat(hidden.body()).contains("_since cannot be " + since, "2026-01-01T00:00:00Z");
            assertThat(seen(hidden, goal))
                    .isEqualTo(seen(narrow.get("/Goal/" + UNKNOWN + part), UNKNOWN))
                    .isEqualTo(seen(http("counselling").get("/Goal/" + goal + part), goal));
        }
        for (String part : List.of("?_at=2026-30", "?_since=2026-02-30T00:00:00Z")) {
            assertThat(seen(narrow.get("/Goal/" + goal + "/_history" + part), goal))
                    .as(part)
                    .isEqualTo(seen(narrow.get("/Goal/" + UNKNOWN + "/_history" + part), UNKNOWN));
        }
    }

    @Test
    void aRefusalToDeleteDoesNotNameWhatRefersToIt() {
        String practitioner = AccessFixtures.store(
                http("hospital"), "Practitioner", "{\"resourceType\":\"Practitioner\",\"name\":[{\"family\":\"x\"}]}");
        String hidden = AccessFixtures.store(
                http("counselling"),
                "Observation",
                AccessFixtures.meaning(person)
                        .replace(
                                "\"subject\"",
                                "\"performer\":[{\"reference\":\"Practitioner/" + practitioner + "\"}],\"subject\""));
        HttpResponse<String> refused = http("hospital").delete("/Practitioner/" + practitioner);
        assertThat(Outcome.codes(refused, 409)).containsExactly("request/still-referenced");
        assertThat(refused.body())
                .contains("Other records refer to it.")
                .doesNotContain(hidden)
                .doesNotContain("Observation");
        HttpResponse<String> asOne = http("hospital").post("", """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"request":{"method":"DELETE","url":"Practitioner/%s"}}]}""".formatted(practitioner));
        assertThat(asOne.body()).doesNotContain(hidden).doesNotContain("Observation");
        HttpResponse<String> asBatch = http("hospital").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[
                 {"request":{"method":"DELETE","url":"Practitioner/%s"}}]}""".formatted(practitioner));
        assertThat(asBatch.body()).contains("409").doesNotContain(hidden).doesNotContain("Observation");
        assertThat(http().delete("/Practitioner/" + practitioner).body()).contains("Observation/" + hidden);
    }

    private String condition(String code) {
        return """
                {"resourceType":"Condition","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"%s"}]}}""".formatted(person, code);
    }

    private String seen(HttpResponse<String> answer, String goal) {
        return Leaks.seen(answer, new Leaks.Target(person, goal, "no-family"));
    }
}
