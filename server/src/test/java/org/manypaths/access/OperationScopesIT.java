package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Tokens;

/** Operations, and whatever else is no plain read or search, are bound by the scopes of the token: types and criteria. */
class OperationScopesIT extends ServerIT {

    private static final String AMENDMENT = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"kind\","
            + "\"valueCode\":\"addition\"},{\"name\":\"text\",\"valueString\":\"And rest.\"}]}";
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private String family = "";
    private String person = "";
    private String other = "";
    private String active = "";
    private String completed = "";

    @BeforeEach
    void twoPeopleOfOneProgramme() {
        AccessFixtures.organizations(http());
        Http counselling = http("counselling");
        family = "S" + PartnerBundle.newNumber();
        person = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient(family));
        other = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("O" + family));
        active = AccessFixtures.store(counselling, "Goal", AccessFixtures.goal(person));
        completed = AccessFixtures.store(
                counselling, "Goal", AccessFixtures.goal(person).replace("active", "completed"));
    }

    @ParameterizedTest
    @CsvSource({
        "system/Patient.rs, $prescriber-view",
        "system/Patient.rs, $substance-profile",
        "system/Patient.rs, $accounting-of-disclosures",
        "system/Organization.rs, $accounting-of-disclosures",
        "system/Organization.rs, $everything",
        "system/Patient.rs system/Observation.rs system/Goal.rs system/MedicationRequest.rs, $substance-profile"
    })
    void aTypeThatIsNotInTheTokenIsNotTold(String scopes, String operation) {
        assertThat(Outcome.codes(with(scopes).get("/Patient/" + person + "/" + operation), 403))
                .containsExactly("access/scope");
        assertThat(http("counselling")
                        .get("/Patient/" + person + "/" + operation)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void subscriptionsAreNotToldOfWithoutAScopeForThem() {
        for (String operation : List.of("$letters", "$resend")) {
            assertThat(Outcome.codes(with("system/Organization.rs").post("/Subscription/x/" + operation, NOTHING), 403))
                    .as(operation)
                    .containsExactly("access/scope");
        }
    }

    @ParameterizedTest
    @CsvSource({"$prescriber-view", "$substance-profile", "$accounting-of-disclosures", "$everything", "$summary"})
    void aPersonBeyondTheCriteriaIsAbsent(String operation) {
        Http limited = with("system/Patient.rs?_id=" + other + " system/*.rs?_id=" + other + " system/AuditEvent.rs");
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> hidden = limited.get("/Patient/" + person + "/" + operation);
        assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(404);
        assertThat(seen(hidden, person)).isEqualTo(seen(limited.get("/Patient/" + unknown + "/" + operation), unknown));
    }

    @Test
    void theTrailIsToldByTheCriteriaAlone() {
        http("counselling").get("/Patient/" + person);
        http("counselling").get("/Patient/" + other);
        Http limited = with("system/AuditEvent.rs?patient=Patient/" + other);
        assertThat(limited.get("/AuditEvent/" + event(person)).statusCode()).isEqualTo(404);
        HttpResponse<String> within = limited.get("/AuditEvent/" + event(other));
        assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
        assertThat(Outcome.codes(
                        with("system/Patient.rs system/AuditEvent.rs?patient=Patient/" + other)
                                .get("/Patient/" + person + "/$accounting-of-disclosures"),
                        403))
                .containsExactly("access/scope");
    }

    @Test
    void aConsentBeyondTheCriteriaIsNeitherTakenBackNorFiled() {
        String consent = AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
        Http limited = with("system/Patient.r system/Consent.r system/Consent.cu?patient=Patient/" + other);
        assertThat(Outcome.codes(limited.post("/Consent/" + consent + "/$revoke", NOTHING), 404))
                .containsExactly("request/not-found");
        assertThat(Outcome.codes(limited.post("/Patient/" + person + "/$file-consent", form()), 403))
                .containsExactly("access/scope");
        assertThat(http("counselling").get("/Consent?patient=" + person).body())
                .contains("\"total\":1", "\"status\":\"active\"");
        HttpResponse<String> within = limited.post("/Patient/" + other + "/$file-consent", form());
        assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"system/Goal.ru?lifecycle-status=completed", "system/Goal.r system/Goal.u?lifecycle-status=completed"})
    void nothingIsStoredThatIsAnsweredAsAbsent(String scopes) {
        Http limited = with(scopes);
        assertThat(Outcome.codes(limited.post("/Goal/" + active + "/$amend", AMENDMENT), 404))
                .containsExactly("request/not-found");
        assertThat(http("counselling").get("/Goal/" + active).body()).contains("\"versionId\":\"1\"");
        HttpResponse<String> within = limited.post("/Goal/" + completed + "/$amend", AMENDMENT);
        assertThat(within.statusCode()).as(within.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"$emergency-access", "$consent-decision"})
    void whoIsNamedInTheBodyMayBeAnybodySoThatAScopeForOneIsTooLittle(String operation) {
        Http limited = withoutToken().with(Tokens.fetch(base(), "hospital", "system/Patient.r?_id=" + other));
        assertThat(Outcome.codes(limited.post("/Patient/" + operation, NOTHING), 403))
                .containsExactly("access/scope");
    }

    @Test
    void whetherARecordCouldBeDeletedIsToldToThoseAloneWhoCould() {
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
        String ask = "/Goal/" + active + "/$validate?mode=delete";
        assertThat(http("hospital").get("/Goal/" + active).statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(http("hospital").get(ask), 403)).containsExactly("access/not-yours");
        assertThat(http("hospital").post("", """
                                {"resourceType":"Bundle","type":"batch","entry":[
                                 {"request":{"method":"GET","url":"%s"}}]}""".formatted(ask.substring(1))).body())
                .contains("\"status\":\"403")
                .doesNotContain("200 OK", "Ok to delete");
        assertThat(Outcome.codes(with("system/Goal.ru").get(ask), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(with("system/Goal.ru").post("/Goal/" + active + "/$validate", """
                                        {"resourceType":"Parameters","parameter":[{"name":"mode","valueCode":"delete"}]}"""), 403))
                .containsExactly("access/scope");
        assertThat(with("system/Goal.rd?lifecycle-status=completed").get(ask).statusCode())
                .isEqualTo(404);
        assertThat(http("counselling").get(ask).statusCode()).isEqualTo(200);
    }

    @Test
    void aReferenceBeyondTheCriteriaIsAsDanglingAsOneToNothing() {
        Http limited = with("system/Goal.c system/Patient.rs?_id=" + other);
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> beyond = limited.post("/Goal", AccessFixtures.goal(person));
        assertThat(beyond.statusCode()).as(beyond.body()).isEqualTo(422);
        assertThat(seen(beyond, person)).isEqualTo(seen(limited.post("/Goal", AccessFixtures.goal(unknown)), unknown));
        assertThat(limited.post("/Goal", AccessFixtures.goal(other)).statusCode())
                .isEqualTo(201);
    }

    private Http with(String scopes) {
        return withoutToken().with(Tokens.fetch(base(), "counselling", scopes));
    }

    private String event(String about) {
        HttpResponse<String> found = http("counselling").get("/AuditEvent?patient=Patient/" + about);
        return AccessFixtures.parse(found, Bundle.class)
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }

    private static String form() {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"ends","valueDateTime":"2099-12-31"},
                 {"name":"words","valueString":"What they need to treat me."},
                 {"name":"told","valueCode":"revocation"},
                 {"name":"signed","valueDateTime":"2026-01-09T12:30:00Z"},
                 {"name":"paper","valueString":"Signed on paper, folder 7"}]}""";
    }

    /** Without the id that was asked for, and without the answer's own. */
    private static String seen(HttpResponse<String> answer, String id) {
        return answer.statusCode()
                + answer.body().replace(id, "ID").replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"ANSWER\"");
    }
}
