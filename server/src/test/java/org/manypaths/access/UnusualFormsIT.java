package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

/** The storage understands more forms of a question than anybody writes; each is narrowed, or refused. */
class UnusualFormsIT extends ServerIT {

    private String family = "";
    private String patient = "";
    private String goal = "";

    @BeforeEach
    void aPersonOfCounselling() {
        AccessFixtures.organizations(http());
        family = "U" + PartnerBundle.newNumber();
        patient = AccessFixtures.store(http("counselling"), "Patient", AccessFixtures.patient(family));
        goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(patient));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient?family=FAMILY",
                "Patient/?family=FAMILY",
                "http://127.0.0.1/fhir/Patient?family=FAMILY",
                "Patient?family=FAMILY&address:not=ihrp-access",
                "/Goal?patient=Patient/PATIENT",
                "Goal?patient=Patient/PATIENT&category:not=ihrp-access"
            })
    void noReferenceBySearchTellsOfOthers(String reference) {
        String basic = "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\""
                + reference.replace("FAMILY", family).replace("PATIENT", patient) + "\"}}";
        HttpResponse<String> known = http("stranger").post("/Basic", basic);
        HttpResponse<String> unknown = http("stranger")
                .post("/Basic", basic.replace(family, family + "x").replace(patient, "x"));
        assertThat(known.statusCode()).as(known.body()).isBetween(400, 499);
        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(known.body()).doesNotContain(goal);
    }

    @Test
    void aSearchIsNotSortedByWhatARecordRefersTo() {
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        String search = "/Goal?patient=Patient/" + patient + "&_sort=";
        assertThat(Outcome.codes(http("hospital").get(search + "-addresses"), 403))
                .containsExactly("access/criterion");
        assertThat(http("hospital").get(search + "start-date").statusCode()).isEqualTo(200);
    }

    @Test
    void aNumberBeyondTheLastPageIsGivenOutLikeARecord() {
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        HttpResponse<String> page = http("hospital").get("/Goal?patient=Patient/" + patient + "&_count=1&_offset=5");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(AccessFixtures.parse(page, Bundle.class).getTotal()).isEqualTo(1);
        assertThat(page.headers().firstValue(Notice.HEADER)).isPresent();
    }

    @Test
    void aDiagnosisTellsTheSameAsAReason() {
        String consent = AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active")
                .replace(
                        "\"securityLabel\"",
                        "\"provision\":[{\"type\":\"deny\",\"securityLabel\":[{\"system\":"
                                + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"PSY\"}]}],\"securityLabel\"");
        AccessFixtures.store(http("counselling"), "Consent", consent);
        String request = """
                {"resourceType":"ServiceRequest","status":"active","intent":"order","code":{"text":"Talk"},
                 "subject":{"reference":"Patient/%s"},"reasonCode":[{"coding":[{
                  "system":"http://hl7.org/fhir/sid/icd-10-cm","code":"%s"}]}]}""";
        String told = AccessFixtures.store(http("counselling"), "ServiceRequest", request.formatted(patient, "F11.20"));
        String kept = AccessFixtures.store(http("counselling"), "ServiceRequest", request.formatted(patient, "F33.2"));
        assertThat(http("hospital").get("/ServiceRequest/" + told).statusCode()).isEqualTo(200);
        assertThat(http("hospital").get("/ServiceRequest/" + kept).statusCode()).isEqualTo(404);
    }
}
