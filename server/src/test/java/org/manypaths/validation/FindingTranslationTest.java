package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.junit.jupiter.api.Test;
import org.manypaths.refusal.Issue;

class FindingTranslationTest {

    private static final String PROFILE = "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-care-plan";
    private static final String SPECTRUM = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-goal-spectrum";
    private static final String WRONG = SPECTRUM + "#nonsense";
    private static final String DIRECTION = "Goal.category[0].coding[0]";

    @Test
    void saysWhichElementIsMissing() {
        Issue issue = only(error(
                "CarePlan.subject: minimum required = 1, but only found 0 (from " + PROFILE + "|0.1.0)", "CarePlan"));

        assertThat(issue.code()).isEqualTo("validation/required");
        assertThat(issue.problem()).isEqualTo("CarePlan.subject is required by ihrp-care-plan, and it is missing.");
        assertThat(issue.remedy()).isEqualTo("Add CarePlan.subject.");
        assertThat(issue.expression()).containsExactly("CarePlan");
    }

    @Test
    void saysWhichSliceIsMissing() {
        Issue issue = only(error(
                "Slice 'CarePlan.category:assess': a matching slice is required, but not found (from " + PROFILE
                        + "|0.1.0). Note that other slices are allowed in addition to this required slice",
                "CarePlan"));

        assertThat(issue.code()).isEqualTo("validation/slice-required");
        assertThat(issue.problem())
                .isEqualTo("The profile ihrp-care-plan requires 'assess' in CarePlan.category, and it is missing.");
    }

    @Test
    void givesAnInvariantInTheWordsOfItsAuthor() {
        Issue issue = only(error(
                "Constraint failed: cp-1: 'A plan has at least one goal (or says why it has none)' (defined in "
                        + PROFILE + ") (log: none)",
                "CarePlan"));

        assertThat(issue.code()).isEqualTo("validation/invariant");
        assertThat(issue.problem()).isEqualTo("A plan has at least one goal (or says why it has none).");
        assertThat(issue.remedy()).isEqualTo("The rule is cp-1 of " + PROFILE + ".");
    }

    @Test
    void showsNobodyAPatternInPlaceOfAFormat() {
        Issue issue = only(error(
                "Element value '2026-02-01T10:00:00' does not meet dateTime regex '([0-9]{4})(-(0[1-9]|1[0-2]))?'",
                "ServiceRequest.occurrence"));

        assertThat(issue.code()).isEqualTo("validation/format");
        assertThat(issue.problem()).isEqualTo("'2026-02-01T10:00:00' is no dateTime as R4 writes it.");
        assertThat(issue.remedy()).contains("with seconds and an offset, as 2026-01-12T09:45:00-05:00");
    }

    @Test
    void saysWhereTheCodesAreToBeFound() {
        Issue issue = only(error(
                "None of the codings provided are in the value set 'Directions' (https://x.org/ValueSet/d|0.1.0), and a"
                        + " coding from this value set is required) (codes = http://a#b)",
                "Goal.description"));

        assertThat(issue.code()).isEqualTo("validation/code-not-in-value-set");
        assertThat(issue.problem()).isEqualTo("The code http://a#b is not in the value set Directions.");
        assertThat(issue.remedy()).contains("ValueSet/$expand?url=https://x.org/ValueSet/d lists them");
    }

    @Test
    void tellsOfAWrongCodeOfOursOnceAndWithItsValueSet() {
        List<Issue> issues = FindingTranslation.translate(List.of(
                passedThrough("Unable to validate code " + WRONG + " - Unknown code \"" + WRONG
                        + "\". Code validation occurred using a ValueSet expansion that was pre-calculated at"
                        + " 2026-11-26T01:08:12.258+00:00"),
                passedThrough("Unable to validate code " + WRONG + " - Code is not found in CodeSystem: " + SPECTRUM),
                error(
                        "The Coding provided (" + WRONG + ") was not found in the value set 'Goal directions'"
                                + " (https://w3id.org/manypaths/fhir/ValueSet/ihrp-goal-direction|0.1.0), and a code"
                                + " is required from this value set",
                        DIRECTION)));

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.refuses()).isTrue();
            assertThat(issue.code()).isEqualTo("validation/code-not-in-value-set");
            assertThat(issue.problem()).isEqualTo("The code " + WRONG + " is not in the value set Goal directions.");
            assertThat(issue.remedy()).contains("ValueSet/ihrp-goal-direction");
            assertThat(issue.expression()).containsExactly(DIRECTION);
        });
    }

    @Test
    void hasWordsOfOurOwnForAWrongCodeWithoutAValueSet() {
        Issue unknown = only(
                passedThrough("Unable to validate code " + WRONG + " - Code is not found in CodeSystem: " + SPECTRUM));
        Issue unexpected = only(passedThrough("Unable to validate code " + WRONG + " - Unknown code \"" + WRONG
                + "\". Code validation occurred using a ValueSet expansion that was pre-calculated at 2026-11-26"));

        assertThat(unknown.code()).isEqualTo("validation/unknown-code");
        assertThat(unknown.problem()).isEqualTo("The code " + WRONG + " does not exist in its code system.");
        assertThat(unexpected.code()).isEqualTo("validation/code-not-in-value-set");
        assertThat(unexpected.problem()).doesNotContain("pre-calculated");
        assertThat(unexpected.refuses()).isTrue();
    }

    @Test
    void countsTheSameFindingOnce() {
        String unknown = "CodeSystem is unknown and can't be validated: http://loinc.org for 'http://loinc.org#1-8'";
        List<Issue> issues = FindingTranslation.translate(List.of(
                warning(unknown, "Observation.code.coding[0]"),
                warning(unknown.replace("1-8", "2-6"), "Observation.component[0].code.coding[0]"),
                warning(unknown, "Observation.code.coding[0]")));

        assertThat(issues).singleElement().satisfies(issue -> assertThat(issue.expression())
                .containsExactly("Observation.code.coding[0]", "Observation.component[0].code.coding[0]"));
    }

    @Test
    void neverRefusesWhatItCannotCheck() {
        Issue issue = only(error("CodeSystem is unknown and can't be validated: http://x for 'http://x#1'", "Goal"));

        assertThat(issue.severity()).isEqualTo(OperationOutcome.IssueSeverity.WARNING);
    }

    @Test
    void refusesAnUnknownExtensionOfOursAndLeavesThoseOfOthers() {
        ValidationMessage ours = warning("Unknown extension " + PROFILE + "-oops", "CarePlan.extension[0]");
        ValidationMessage foreign = warning("Unknown extension http://example.org/x", "CarePlan.extension[1]");
        ours.setMessageId("Extension_EXT_Unknown").setLevel(IssueSeverity.INFORMATION);
        foreign.setMessageId("Extension_EXT_Unknown").setLevel(IssueSeverity.INFORMATION);

        assertThat(FindingTranslation.translate(List.of(ours, foreign)))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.refuses()).isTrue();
                    assertThat(issue.code()).isEqualTo("validation/unknown-extension");
                });
    }

    @Test
    void takesAnIdentifierThatIsOnlyOdd() {
        ValidationMessage odd = error(
                "if identifier.system is 'urn:ietf:rfc:3986', then the identifier.value must be a full URI",
                "DiagnosticReport.identifier[0]");
        odd.setMessageId(I18nConstants.TYPE_SPECIFIC_CHECKS_DT_IDENTIFIER_IETF_SYSTEM_VALUE);

        assertThat(only(odd).refuses()).isFalse();
    }

    @Test
    void passesOnWhatItHasNoBetterWordsFor() {
        Issue issue = only(error("Something quite new", "CarePlan"));

        assertThat(issue.code()).isEqualTo("validation/other");
        assertThat(issue.problem()).isEqualTo("Something quite new.");
    }

    private static Issue only(ValidationMessage message) {
        List<Issue> issues = FindingTranslation.translate(List.of(message));
        assertThat(issues).hasSize(1);
        return issues.get(0);
    }

    private static ValidationMessage passedThrough(String text) {
        ValidationMessage message = error(text, DIRECTION);
        message.setMessageId(I18nConstants.TERMINOLOGY_PASSTHROUGH_TX_MESSAGE);
        return message;
    }

    private static ValidationMessage error(String text, String location) {
        return message(IssueSeverity.ERROR, text, location);
    }

    private static ValidationMessage warning(String text, String location) {
        return message(IssueSeverity.WARNING, text, location);
    }

    private static ValidationMessage message(IssueSeverity level, String text, String location) {
        return new ValidationMessage()
                .setLevel(level)
                .setMessage(text)
                .setLocation(location)
                .setMessageId("some-id");
    }
}
