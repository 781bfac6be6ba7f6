package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

/** {@code $validate} says what a write would be told. */
class ValidateOperationIT extends ServerIT {

    private static final String PLAN = "{\"resourceType\":\"CarePlan\",\"status\":\"active\",\"intent\":\"plan\"%s}";
    private static final String PROFILE = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-care-plan";

    @Test
    void saysTheSameAsTheWrite() {
        String bad = PLAN.formatted(",\"meta\":{\"profile\":[\"" + PROFILE + "\"]}");
        OperationOutcome refused = Outcome.of(http().post("/CarePlan", bad), 422);
        OperationOutcome validated = Outcome.of(http().post("/CarePlan/$validate", bad), 200);
        assertThat(validated.getIssue().stream()
                        .filter(issue -> issue.getSeverity().toCode().equals("error")))
                .extracting(OperationOutcomeIssueComponent::getDiagnostics)
                .containsExactlyElementsOf(refused.getIssue().stream()
                        .map(OperationOutcomeIssueComponent::getDiagnostics)
                        .toList())
                .contains("CarePlan.subject is required by ihrp-care-plan, and it is missing. Add CarePlan.subject.");
        assertThat(validated.getIssue())
                .allMatch(issue ->
                        issue.getDetails().getCodingFirstRep().getCode().startsWith("validation/"));
    }

    @Test
    void holdsItToTheProfileAskedFor() {
        String plan = PLAN.formatted(",\"subject\":{\"reference\":\"Patient/x\"}");
        assertThat(Outcome.codes(http().post("/CarePlan/$validate", plan), 200))
                .containsExactly("validation/nothing-found");
        assertThat(Outcome.codes(http().post("/CarePlan/$validate?profile=" + PROFILE, plan), 200))
                .contains("validation/required")
                .doesNotContain("validation/nothing-found");
    }

    @Test
    void saysThatItDoesNotCarryTheProfileAskedFor() {
        String plan = PLAN.formatted(",\"subject\":{\"reference\":\"Patient/x\"}");
        assertThat(Outcome.codes(http().post("/CarePlan/$validate?profile=https://partner.example/p", plan), 200))
                .containsExactly("validation/unknown-profile");
    }

    @Test
    void seesAnElementThatThereIsNot() {
        String plan = PLAN.formatted(",\"subject\":{\"reference\":\"Patient/x\"},\"foo\":1");
        assertThat(Outcome.codes(http().post("/CarePlan/$validate", plan), 200))
                .containsExactly("validation/unknown-element");
    }

    @Test
    void readsXmlAsWell() {
        HttpResponse<String> answer = http().send(http().request("/CarePlan/$validate")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString("<CarePlan xmlns=\"http://hl7.org/fhir\"><status value=\"active\"/>"
                        + "<intent value=\"plan\"/></CarePlan>")));
        assertThat(Outcome.codes(answer, 200)).containsExactly("validation/required");
    }
}
