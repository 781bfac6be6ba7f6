package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r5.utils.EOperationOutcome;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.FhirPublication;
import org.hl7.fhir.validation.ValidationEngine;
import org.hl7.fhir.validation.instance.advisor.BasePolicyAdvisorForFullValidation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package loads in the validation engine of HL7, and the examples that it carries are valid there. */
@Execution(ExecutionMode.SAME_THREAD)
class InstallableElsewhereIT {

    /** Code systems of guides that a partner has installed beside ours, and this test has not. */
    private static final String OF_OTHER_GUIDES =
            ".*No definition could be found for URL value 'http://hl7.org/fhir/us/.*";

    /** MIME types are an open list (BCP 13) that only a terminology server can check. */
    private static final String MIME_TYPES = ".*http://hl7.org/fhir/ValueSet/mimetypes.*";

    private static final String STAGE = "StructureDefinition/ihrp-stage-of-change";

    private static ValidationEngine engine;

    @BeforeAll
    static void installThePackage() throws IOException, URISyntaxException {
        new CorePackage(R4.CONTEXT, Path.of(System.getProperty("user.home"), ".fhir/packages")).assemble();
        engine = new ValidationEngine.ValidationEngineBuilder()
                .withVersion("4.0.1")
                .withNoTerminologyServer()
                .fromSource("hl7.fhir.r4.core#4.0.1");
        engine.setTerminologyServer(null, null, FhirPublication.R4, false);
        engine.getIgLoader().loadIg(engine.getIgs(), engine.getBinaries(), System.getProperty("guide.package"), true);
        engine.setPolicyAdvisor(
                new BasePolicyAdvisorForFullValidation(ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS, Set.of()));
        engine.prepare();
    }

    static Stream<Path> examples() {
        return Repository.SOURCES.examples().values().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsNoErrorInAnExample(Path example) throws IOException, EOperationOutcome {
        assertThat(errors(example)).isEmpty();
    }

    @Test
    void findsWhatBreaksAnInvariantOfOurs() throws IOException, EOperationOutcome {
        assertThat(errors(Path.of("tests/soc-1-f1-fail.json"), InstalledGuide.BASE + STAGE))
                .anyMatch(error -> error.contains("soc-1"));
    }

    private static Stream<String> errors(Path resource, String... profiles) throws IOException, EOperationOutcome {
        byte[] json = Repository.text(resource).getBytes(StandardCharsets.UTF_8);
        return engine.validate(FhirFormat.JSON, new ByteArrayInputStream(json), List.of(profiles)).getIssue().stream()
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .map(issue -> issue.getExpression() + ": " + issue.getDetails().getText())
                .filter(issue -> !issue.matches(OF_OTHER_GUIDES) && !issue.matches(MIME_TYPES));
    }
}
