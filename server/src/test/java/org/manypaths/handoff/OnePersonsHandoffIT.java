package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What is handed over is one person's: of another, who consented to nothing, no word goes, whoever refers to them. */
class OnePersonsHandoffIT extends ServerIT {

    private static final String TO_COUNSELLING = "recipient=Organization/demo-counselling&purpose=TREAT";
    private static final String BASE = "https://w3id.org/manypaths/fhir/";

    private String person = "";
    private String other = "";
    private String plan = "";

    @BeforeEach
    void oneWhoConsentedAndAnother() {
        AccessFixtures.organizations(http());
        person = person("One");
        other = person("Another");
        plan = "CarePlan/"
                + AccessFixtures.store(detox(), "CarePlan", plan(person, "active", "The plan", "2026-01-09"));
        AccessFixtures.store(
                detox(),
                "Consent",
                AccessFixtures.consent(person, "demo-detox", List.of("demo-counselling"), "active"));
    }

    @Test
    void anObservationOfAnotherIsNoneOfTheirs() {
        String theirs = overdose(other, "");
        String own = overdose(
                person,
                "\"derivedFrom\":[{\"reference\":\"" + theirs + "\",\"display\":\"OTHERS display\"}],"
                        + "\"text\":{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">"
                        + "OTHERS narrative</div>\"},");
        String document = handedOver();
        assertThat(document).contains(own).doesNotContain(theirs, other, "OTHERS");
        assertThat(detox().get("/Patient/" + person + "/$summary?profile=" + CompositionWriter.PROFILE + "&"
                                + TO_COUNSELLING)
                        .body())
                .contains(own)
                .doesNotContain(theirs, other, "OTHERS");
        for (String way : List.of("$everything?_count=200", "$prescriber-view")) {
            HttpResponse<String> answer = http(TestClients.COUNSELLING).get("/Patient/" + person + "/" + way);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(way).doesNotContain(theirs, other, "OTHERS");
        }
    }

    @Test
    void goalsAndOrdersOfAnotherStopNothing() {
        String goal =
                AccessFixtures.store(detox(), "Goal", AccessFixtures.goal(other).replace("Sleep", "OTHERS goal"));
        plan = "CarePlan/"
                + AccessFixtures.store(
                        detox(),
                        "CarePlan",
                        plan(person, "active", "The plan", "2026-01-09")
                                .replaceFirst("\\{", "{\"goal\":[{\"reference\":\"Goal/" + goal + "\"}],"));
        String order = AccessFixtures.store(detox(), "MedicationRequest", order(other, ""));
        String dose = AccessFixtures.store(detox(), "MedicationAdministration", """
                {"resourceType":"MedicationAdministration","status":"completed",
                 "medicationCodeableConcept":{"text":"ibuprofen"},"subject":{"reference":"Patient/%s"},
                 "effectiveDateTime":"2026-01-10T08:00:00Z","request":{"reference":"MedicationRequest/%s"}}""".formatted(person, order));
        assertThat(dose).isNotEmpty();
        assertThat(handedOver()).contains(plan).doesNotContain(goal, order, other, "OTHERS");
    }

    @Test
    void whatNoSearchLeadsToIsCutToo() {
        String condition = AccessFixtures.store(detox(), "Condition", condition(other));
        String own = AccessFixtures.store(
                detox(),
                "MedicationRequest",
                order(
                        person,
                        "\"reasonReference\":[{\"reference\":\"Condition/" + condition
                                + "\",\"display\":\"OTHERS display\"}],"));
        assertThat(handedOver()).contains(own).doesNotContain(condition, "OTHERS");
    }

    @Test
    void aGroupVisitGoesWithoutTheOthers() {
        String visit = AccessFixtures.store(detox(), "Appointment", """
                {"resourceType":"Appointment","status":"booked","created":"2026-01-09",
                 "start":"2099-12-03T10:00:00-05:00","end":"2099-12-03T10:30:00-05:00",
                 "text":{"status":"additional","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">OTHERS</div>"},
                 "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"},
                  {"actor":{"reference":"Patient/%s","display":"OTHERS"},"status":"accepted"}]}""".formatted(person, other));
        String document = handedOver("persist");
        assertThat(document).contains(visit, "3 December 2099").doesNotContain(other, "OTHERS");
        Appointment told =
                (Appointment) Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, document).getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Appointment.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        assertThat(told.getParticipant()).hasSize(1);
        String task = AccessFixtures.only(detox().get("/Task?patient=" + person));
        Http counselling = http(TestClients.COUNSELLING);
        assertThat(counselling.get("/Appointment/" + visit).statusCode()).isEqualTo(404);
        HttpResponse<String> sent = counselling.get("/" + task + "/$handoff-document");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        assertThat(sent.body()).contains(visit).doesNotContain(other, "OTHERS");
    }

    @Test
    void aReferenceByTheAddressOfTheServerIsOneLikeAnyOther() {
        String hidden =
                AccessFixtures.store(detox(), "Condition", condition(person).replaceFirst("\\{", """
                {"meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]},"""));
        String own = AccessFixtures.store(
                detox(),
                "MedicationRequest",
                order(
                        person,
                        "\"reasonReference\":[{\"reference\":\"" + base() + "/Condition/" + hidden
                                + "\",\"display\":\"KEPT display\"}],"
                                + "\"text\":{\"status\":\"additional\",\"div\":"
                                + "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">KEPT narrative</div>\"},"));
        assertThat(handedOver()).contains(own).doesNotContain(hidden, "KEPT");
    }

    @Test
    void aRoleThatAStrangerWroteTellsNoNumber() {
        String colleague = AccessFixtures.store(
                detox(), "Practitioner", "{\"resourceType\":\"Practitioner\",\"name\":[{\"family\":\"Crowdedov\"}]}");
        String roles = IntStream.range(0, 51)
                .mapToObj(
                        number -> "{\"resource\":" + role(colleague, "{\"display\":\"EVIL CLINIC\"}", "EVIL-" + number)
                                + ",\"request\":{\"method\":\"POST\",\"url\":\"PractitionerRole\"}}")
                .collect(Collectors.joining(","));
        HttpResponse<String> stored = http(TestClients.STRANGER)
                .post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + roles + "]}");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        AccessFixtures.store(
                detox(), "PractitionerRole", role(colleague, "{\"reference\":\"Organization/demo-detox\"}", "TRUE-1"));
        AccessFixtures.store(
                http(TestClients.COUNSELLING),
                "PractitionerRole",
                role(colleague, "{\"reference\":\"Organization/demo-counselling\"}", "TRUE-2"));
        AccessFixtures.store(detox(), "CareTeam", """
                {"resourceType":"CareTeam","status":"active","subject":{"reference":"Patient/%s"},
                 "participant":[{"role":[{"text":"nurse"}],"member":{"reference":"Practitioner/%s"}}]}""".formatted(person, colleague));
        assertThat(handedOver()).contains("TRUE-1", "TRUE-2").doesNotContain("EVIL");
    }

    private static String role(String colleague, String place, String number) {
        return """
                {"resourceType":"PractitionerRole","active":true,"practitioner":{"reference":"Practitioner/%s"},
                 "organization":%s,"telecom":[{"system":"phone","value":"%s"}]}""".formatted(colleague, place, number);
    }

    @Test
    void theSummaryIsOfThePlanThatBeganLast() {
        String plans = IntStream.range(0, 56)
                .mapToObj(number -> number == 55
                        ? plan(other, "active", "NEWEST", "2026-01-11")
                        : number == 54
                                ? plan(other, "active", "NO START", "2026-01-11")
                                        .replace("\"period\":{\"start\":\"2026-01-11\"},", "")
                                : plan(other, "active", "OLD " + number, "20" + (10 + number % 10) + "-01-01"))
                .map(one -> "{\"resource\":" + one + ",\"request\":{\"method\":\"POST\",\"url\":\"CarePlan\"}}")
                .collect(Collectors.joining(","));
        HttpResponse<String> stored =
                detox().post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + plans + "]}");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        AccessFixtures.store(
                detox(), "Consent", AccessFixtures.consent(other, "demo-detox", List.of("demo-counselling"), "active"));
        HttpResponse<String> summary = detox().get(
                        "/Patient/" + other + "/$summary?profile=" + CompositionWriter.PROFILE + "&" + TO_COUNSELLING);
        assertThat(summary.statusCode()).as(summary.body()).isEqualTo(200);
        assertThat(summary.body()).contains("NEWEST").doesNotContain("OLD ", "NO START");
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "revoked", "entered-in-error"})
    void aPlanByWhichNobodyGoesIsNotHandedOver(String status) {
        String idle = AccessFixtures.store(detox(), "CarePlan", plan(person, status, "The plan", "2026-01-09"));
        HttpResponse<String> answer = detox().get("/CarePlan/" + idle + "/$handoff?" + TO_COUNSELLING);
        assertThat(Outcome.codes(answer, 422)).containsExactly("handoff/plan-does-not-stand");
        assertThat(answer.body()).contains("The plan is " + status);
    }

    @Test
    void nobodyIsHandedOverToAPlaceThatIsClosed() {
        String closed = AccessFixtures.store(
                detox(),
                "Organization",
                "{\"resourceType\":\"Organization\",\"active\":false,\"name\":\"Closed Clinic\"}");
        HttpResponse<String> answer =
                detox().get("/" + plan + "/$handoff?recipient=Organization/" + closed + "&purpose=TREAT");
        assertThat(Outcome.codes(answer, 422)).containsExactly("handoff/recipient-not-active");
        assertThat(answer.body()).contains("Closed Clinic");
    }

    @ParameterizedTest
    @CsvSource({"deceasedBoolean, true, 422", "deceasedDateTime, '\"2026-01-11\"', 422", "deceasedBoolean, false, 200"})
    void nobodyWhoHasDiedIsHandedOver(String element, String value, int status) {
        HttpResponse<String> changed = detox().put(
                        "/Patient/" + person,
                        AccessFixtures.patient("One" + PartnerBundle.newNumber())
                                .replaceFirst("\\{", "{\"id\":\"" + person + "\",\"" + element + "\":" + value + ","));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        HttpResponse<String> answer = detox().get("/" + plan + "/$handoff?" + TO_COUNSELLING);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(Outcome.codes(answer, 422)).containsExactly("handoff/person-died");
        }
    }

    private String handedOver(String... yes) {
        String asked = List.of(yes).stream()
                .map(name -> ",{\"name\":\"" + name + "\",\"valueBoolean\":true}")
                .collect(Collectors.joining());
        HttpResponse<String> answer = detox().post("/" + plan + "/$handoff", """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-counselling"}},
                 {"name":"purpose","valueCode":"TREAT"}%s]}""".formatted(asked));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String person(String family) {
        return AccessFixtures.store(detox(), "Patient", AccessFixtures.patient(family + PartnerBundle.newNumber()));
    }

    private String overdose(String whose, String more) {
        return "Observation/"
                + AccessFixtures.store(detox(), "Observation", """
                {"resourceType":"Observation",%s"status":"final",
                 "code":{"coding":[{"system":"%sCodeSystem/ihrp-observation","code":"overdose-event"}]},
                 "subject":{"reference":"Patient/%s"},"effectiveDateTime":"2026-01-05",
                 "note":[{"text":"%s"}]}""".formatted(
                                more, BASE, whose, whose.equals(person) ? "own" : "OTHERS"));
    }

    private static String order(String whose, String more) {
        return """
                {"resourceType":"MedicationRequest",%s"status":"active","intent":"order","authoredOn":"2026-01-09",
                 "medicationCodeableConcept":{"text":"ibuprofen"},"subject":{"reference":"Patient/%s"}}""".formatted(more, whose);
    }

    private static String condition(String whose) {
        return """
                {"resourceType":"Condition","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}],"text":"OTHERS"}}""".formatted(whose);
    }

    private static String plan(String whose, String status, String title, String start) {
        return """
                {"resourceType":"CarePlan","extension":[
                  {"url":"%1$sStructureDefinition/ihrp-custodian",
                   "valueReference":{"reference":"Organization/demo-detox"}}],
                 "status":"%2$s","intent":"plan","title":"%3$s","period":{"start":"%4$s"},"created":"2026-01-09",
                 "category":[{"coding":[{"system":"%1$sCodeSystem/ihrp-plan-category","code":"integrative-plan"}]}],
                 "subject":{"reference":"Patient/%5$s"}}""".formatted(BASE, status, title, start, whose);
    }

    private Http detox() {
        return http(TestClients.DETOX);
    }
}
