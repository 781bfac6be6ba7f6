package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Outcomes;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;

class ValidationIT extends ServerIT {

    private static final String OUTCOME = "return=OperationOutcome";

    @Test
    void refusesAProfileOfOursThatDoesNotExist() {
        HttpResponse<String> response =
                http().post("/Patient", patient(Canonical.BASE + "/StructureDefinition/nobody"));

        OperationOutcomeIssueComponent issue = onlyIssue(response, 422);
        assertThat(code(issue)).isEqualTo("validation/unknown-profile");
        assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Patient.meta.profile[0]");
        assertThat(issue.getDiagnostics()).startsWith("There is no profile " + Canonical.BASE);
    }

    @Test
    void namesTheProfilesThatThereAre() {
        HttpResponse<String> response = http().post("/Observation", """
                        {"resourceType":"Observation","meta":{"profile":["%s/StructureDefinition/nobody"]},
                         "status":"final","code":{"text":"x"}}
                        """.formatted(Canonical.BASE));

        assertThat(onlyIssue(response, 422).getDiagnostics())
                .contains(Canonical.BASE + "/StructureDefinition/ihrp-stage-of-change");
    }

    @Test
    void storesAForeignProfileWithAWarningAndATag() {
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+json")
                .header("Prefer", OUTCOME)
                .POST(body(patient("http://example.org/StructureDefinition/foreign"))));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(warnings(outcome(response))).singleElement().satisfies(issue -> assertThat(code(issue))
                .isEqualTo("validation/unknown-profile"));
        assertThat(tags(response)).containsExactly("unknown-profile");
    }

    @Test
    void tellsAllThatIsMissingAtOnce() {
        HttpResponse<String> response = http().post("/Observation", "{\"resourceType\":\"Observation\"}");

        OperationOutcome outcome = refusal(response, 422);
        assertThat(outcome.getIssue())
                .extracting(issue -> issue.getDetails().getText())
                .contains(
                        "Observation.status is required by Observation, and it is missing.",
                        "Observation.code is required by Observation, and it is missing.");
    }

    @Test
    void refusesACodeOfOursThatThereIsNot() {
        String risk = """
                {"resourceType":"Observation","status":"final","code":{"text":"Risk"},
                 "valueCodeableConcept":{"coding":[{
                  "system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-risk-level","code":"%s"}]}}""";
        OperationOutcome outcome = refusal(http().post("/Observation", risk.formatted("hihg")), 422);
        assertThat(outcome.getIssue())
                .extracting(ValidationIT::code)
                .as(outcome.getIssueFirstRep().getDetails().getText())
                .contains("validation/unknown-code");
        assertThat(http().post("/Observation", risk.formatted("high")).statusCode())
                .isEqualTo(201);
    }

    @Test
    void findsAnInventedLoincCodeByItsTag() {
        String response = http().post("/Observation", observation("99999-0")).body();
        String id = parse(Observation.class, response).getIdElement().getIdPart();

        Bundle found = parse(
                Bundle.class,
                http().get("/Observation?_id=" + id + "&_tag=" + WarningTag.SYSTEM + "%7Cunknown-code")
                        .body());
        assertThat(found.getEntry()).hasSize(1);
    }

    @Test
    void takesACodeOfASystemThatItDoesNotCarry() {
        HttpResponse<String> response = http().post("/Observation", observation("8302-2"));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(tags(response)).containsExactly("unchecked-code");
    }

    @Test
    void letsAWarningGoWhenItsCauseIsGone() {
        HttpResponse<String> created = http().post("/Observation", observation("99999-0"));
        Observation observation = parse(Observation.class, created.body());
        observation.getMeta().addTag("http://example.org/own", "kept", null);
        observation.getMeta().getTag().remove(0);
        observation.getCode().getCodingFirstRep().setCode("8302-2");

        HttpResponse<String> updated = http().put("/" + path(observation), json(observation));
        observation.getMeta().getTag().clear();
        observation.addNote().setText("A second look");
        HttpResponse<String> updatedAgain = http().put("/" + path(observation), json(observation));

        assertThat(tags(updated)).containsExactlyInAnyOrder("kept", "unchecked-code");
        assertThat(tags(http().get("/" + path(observation)))).containsExactlyInAnyOrder("kept", "unchecked-code");
        assertThat(tags(updatedAgain)).containsExactlyInAnyOrder("kept", "unchecked-code");
    }

    @Test
    void takesNoWarningTagFromOutside() {
        HttpResponse<String> response = http().post("/Patient", """
                        {"resourceType":"Patient","meta":{"tag":[{"system":"%s","code":"unknown-code"}]}}
                        """.formatted(WarningTag.SYSTEM));

        assertThat(tags(response)).isEmpty();
    }

    @Test
    void judgesWhatAPatchLeadsTo() {
        Observation stored = parse(
                Observation.class,
                http().post("/Observation", observation("8302-2")).body());
        HttpResponse<String> response = http().send(http().request("/" + path(stored))
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", body("[{\"op\":\"remove\",\"path\":\"/code\"}]")));

        assertThat(code(onlyIssue(response, 422))).isEqualTo("validation/required");
        assertThat(http().get("/" + path(stored)).body()).contains("8302-2");
    }

    @Test
    void namesEachBadEntryOfATransaction() {
        String before = total("/Patient?identifier=urn:test%7Cbad-entries");
        HttpResponse<String> response = http().post(
                        "",
                        transaction(
                                "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:test\",\"value\":\"bad-entries\"}]}",
                                "{\"resourceType\":\"Observation\",\"status\":\"final\"}",
                                "{\"resourceType\":\"Observation\",\"code\":{\"text\":\"x\"}}"));

        assertThat(refusal(response, 422).getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly("Bundle.entry[1].resource", "Bundle.entry[2].resource");
        assertThat(total("/Patient?identifier=urn:test%7Cbad-entries")).isEqualTo(before);
    }

    @Test
    void warnsInTheOutcomeOfEachEntry() {
        HttpResponse<String> response =
                http().post("", transaction("{\"resourceType\":\"Patient\"}", observation("99999-0")));

        Bundle bundle = parse(Bundle.class, response.body());
        assertThat(warnings((OperationOutcome)
                        bundle.getEntry().get(0).getResponse().getOutcome()))
                .isEmpty();
        assertThat(warnings((OperationOutcome)
                        bundle.getEntry().get(1).getResponse().getOutcome()))
                .extracting(ValidationIT::code)
                .contains("validation/unknown-code");
    }

    @Test
    void refusesAReferenceToATypeThatTheProfileDoesNotAllow() {
        HttpResponse<String> response = http().post("/Observation", """
                        {"resourceType":"Observation","status":"final","code":{"text":"x"},
                         "encounter":{"reference":"Patient/1"}}
                        """);

        assertThat(refusal(response, 422).getIssue())
                .extracting(ValidationIT::code)
                .contains("validation/reference-type");
    }

    @Test
    void refusesNarrativeThatCouldRun() {
        HttpResponse<String> response = http().post("/Patient", """
                        {"resourceType":"Patient","text":{"status":"generated",
                         "div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p onclick=\\"x()\\">Hello</p></div>"}}
                        """);

        assertThat(refusal(response, 422).getIssue())
                .filteredOn(issue -> code(issue).equals("validation/unsafe-narrative"))
                .singleElement()
                .satisfies(issue ->
                        assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Patient.text.div"));
    }

    @Test
    void tellsInWordsWhatTimeAndTypeLack() {
        HttpResponse<String> time = http().post("/Observation", """
                {"resourceType":"Observation","status":"final","code":{"text":"x"},
                 "effectiveDateTime":"2026-01-02T10:00:00"}""");
        assertThat(time.body()).contains("The time has no offset", "2026-01-12T09:45:00-05:00");
        HttpResponse<String> type = http().post("/Observation/$validate", """
                {"resourceType":"Observation","meta":{"profile":[
                  "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-stage-of-change"]},"status":"final",
                 "code":{"coding":[{"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation",
                  "code":"stage-of-change"}]},"valueString":"preparation"}""");
        assertThat(type.body())
                .contains("The value is a string, and ihrp-stage-of-change has a CodeableConcept here.")
                .doesNotContain("There is no code here");
    }

    @Test
    void tellsOfAWrongCodeOnce() {
        String person = parse(
                        Patient.class,
                        http().post("/Patient", "{\"resourceType\":\"Patient\"}")
                                .body())
                .getIdElement()
                .getIdPart();
        OperationOutcomeIssueComponent issue =
                onlyIssue(http().post("/Goal", goal("nonsense", "Patient/" + person)), 422);

        assertThat(code(issue)).isEqualTo("validation/code-not-in-value-set");
        assertThat(issue.getExpression().get(0).getValue()).startsWith("Goal.category[0].coding[0]");
        assertThat(issue.getDetails().getText())
                .contains("CodeSystem/ihrp-goal-spectrum#nonsense", "not in the value set");
        assertThat(issue.getDiagnostics()).contains("ValueSet/$expand?url=" + Canonical.BASE + "/ValueSet/ihrp-goal");
    }

    private static String goal(String direction, String person) {
        return """
               {"resourceType":"Goal","meta":{"profile":["%1$s/StructureDefinition/ihrp-harm-reduction-goal"]},
                "lifecycleStatus":"active","description":{"text":"I never want to use alone again."},
                "subject":{"reference":"%3$s"},"startDate":"2026-03-05","expressedBy":{"reference":"%3$s"},
                "category":[{"coding":[{"system":"%1$s/CodeSystem/ihrp-goal-spectrum","code":"%2$s"}]}],
                "extension":[{"url":"%1$s/StructureDefinition/ihrp-substance","valueCodeableConcept":
                  {"coding":[{"system":"%1$s/CodeSystem/ihrp-substance","code":"opioids"}]}}]}
               """.formatted(Canonical.BASE, direction, person);
    }

    private static String patient(String profile) {
        return "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"%s\"]}}".formatted(profile);
    }

    private static String observation(String loinc) {
        return """
               {"resourceType":"Observation","status":"final",
                "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]}}
               """.formatted(loinc);
    }

    private static String transaction(String... resources) {
        StringBuilder entries = new StringBuilder();
        for (String resource : resources) {
            String type = resource.replaceAll("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
            entries.append(entries.isEmpty() ? "" : ",")
                    .append("{\"resource\":%s,\"request\":{\"method\":\"POST\",\"url\":\"%s\"}}"
                            .formatted(resource, type));
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s]}".formatted(entries);
    }

    private String total(String search) {
        return String.valueOf(parse(Bundle.class, http().get(search).body()).getTotal());
    }

    private static java.net.http.HttpRequest.BodyPublisher body(String text) {
        return java.net.http.HttpRequest.BodyPublishers.ofString(text);
    }

    private List<String> tags(HttpResponse<String> response) {
        Resource resource = (Resource) Fhir.CONTEXT.newJsonParser().parseResource(response.body());
        if (resource instanceof OperationOutcome) {
            String location = response.headers().firstValue("Location").orElseThrow();
            return tags(http().get(location.substring(location.indexOf("/fhir/") + 5)));
        }
        return resource.getMeta().getTag().stream()
                .filter(tag -> !tag.getSystem().endsWith("ihrp-origin"))
                .map(tag -> tag.getCode())
                .toList();
    }

    private static OperationOutcome outcome(HttpResponse<String> response) {
        return parse(OperationOutcome.class, response.body());
    }

    private static OperationOutcome refusal(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return outcome(response);
    }

    private static OperationOutcomeIssueComponent onlyIssue(HttpResponse<String> response, int status) {
        OperationOutcome outcome = refusal(response, status);
        assertThat(outcome.getIssue()).as(response.body()).hasSize(1);
        return outcome.getIssueFirstRep();
    }

    private static List<OperationOutcomeIssueComponent> warnings(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.WARNING)
                .toList();
    }

    private static String code(OperationOutcomeIssueComponent issue) {
        assertThat(issue.getDetails().getCodingFirstRep().getSystem()).isEqualTo(Outcomes.CODE_SYSTEM);
        return issue.getDetails().getCodingFirstRep().getCode();
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static <T extends Resource> T parse(Class<T> type, String json) {
        return Fhir.CONTEXT.newJsonParser().parseResource(type, json);
    }
}
