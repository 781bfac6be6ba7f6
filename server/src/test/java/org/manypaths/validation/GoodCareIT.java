package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ServerIT;

/** Nothing that good care produces is refused: the records of places that know little and help all the same. */
class GoodCareIT extends ServerIT {

    @BeforeEach
    void peopleAndPlacesOfTheFixtures() {
        put("Patient/person", "{}");
        put("Practitioner/nurse", "{}");
        put("Organization/detox", "{\"name\": \"Detox\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-visit-p1", "home-detox-p1", "home-detox-p2"})
    void storesWhatTheFixturesOfTheGuideHold(String fixture) throws IOException {
        assertStored(Files.readString(Path.of("../profiles/tests/" + fixture + "-pass.json")));
    }

    @Test
    void storesAFirstVisitToASyringeServiceOfSomebodyWithoutAName() {
        assertStored("""
                {"resourceType": "Procedure",
                 "meta": {"profile": ["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-harm-reduction-service"]},
                 "status": "completed", "performedDateTime": "2026-03-03",
                 "code": {"coding": [{"system": "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-harm-reduction-service",
                                      "code": "syringe-service"}]},
                 "subject": {"reference": "Patient/person"}}""");
    }

    @Test
    void storesAServiceThatWasOfferedAndNotWanted() {
        assertStored("""
                {"resourceType": "Procedure",
                 "meta": {"profile": ["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-harm-reduction-service"]},
                 "status": "not-done", "statusReason": {"text": "Not today, thank you."},
                 "code": {"text": "Testing for hepatitis C"}, "subject": {"reference": "Patient/person"}}""");
    }

    @ParameterizedTest
    @CsvSource({"not-performed, Not Performed", "asked-declined, Asked But Declined"})
    void storesAScoreThatWasNotFinished(String reason, String display) {
        assertStored("""
                {"resourceType": "Observation",
                 "meta": {"profile": ["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-withdrawal-score"]},
                 "status": "preliminary",
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                           "code": "survey"}]}],
                 "code": {"coding": [{"system": "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation",
                                      "code": "cows-total"}]},
                 "subject": {"reference": "Patient/person"}, "effectiveDateTime": "2026-03-03T22:10:00Z",
                 "performer": [{"reference": "Practitioner/nurse"}],
                 "dataAbsentReason": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                                                  "code": "%s", "display": "%s"}]}}""".formatted(reason, display));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "active"})
    void storesAGoalThatHasNoDirectionYet(String status) {
        assertStored("""
                {"resourceType": "Goal",
                 "meta": {"profile": ["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-harm-reduction-goal"]},
                 "lifecycleStatus": "%s", "description": {"text": "Something has to be different."},
                 "subject": {"reference": "Patient/person"}, "expressedBy": {"reference": "Patient/person"}}""".formatted(status));
    }

    @Test
    void storesAPlanThatNobodyHasAgreedToYet() {
        assertStored("""
                {"resourceType": "CarePlan",
                 "meta": {"profile": ["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-care-plan"]},
                 "status": "active", "intent": "plan",
                 "category": [{"coding": [{"system": "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-plan-category",
                                           "code": "integrative-plan"}]}],
                 "subject": {"reference": "Patient/person"}}""");
    }

    @Test
    void storesADoseThatWasOfferedAndNotTaken() {
        assertStored("""
                {"resourceType": "MedicationAdministration",
                 "meta": {"profile": [
                   "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-medication-administration"]},
                 "status": "not-done", "statusReason": [{"text": "Rather tomorrow."}],
                 "medicationCodeableConcept": {"coding": [
                   {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "1819", "display": "buprenorphine"}]},
                 "subject": {"reference": "Patient/person"}, "effectiveDateTime": "2026-03-03"}""");
    }

    private void assertStored(String json) {
        String type = json.replaceAll("(?s).*?\"resourceType\": *\"(\\w+)\".*", "$1");
        HttpResponse<String> answer = http().post("/" + type, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void put(String reference, String content) {
        String type = reference.substring(0, reference.indexOf('/'));
        String id = reference.substring(reference.indexOf('/') + 1);
        String json = content.replaceFirst(
                "\\{",
                "{\"resourceType\": \"" + type + "\", \"id\": \"" + id + "\"" + (content.equals("{}") ? "" : ", "));
        assertThat(http().put("/" + reference, json).statusCode()).isIn(200, 201);
    }
}
