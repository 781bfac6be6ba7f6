package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.validation.FhirValidator;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The people of the stories: each resource is right in itself and belongs to the others. */
class ExamplesTest {

    private static final Map<String, Path> FILES = Repository.SOURCES.examples();
    private static final FhirValidator STRICT = InstalledGuide.GUIDE.validatorWith();

    static Stream<Path> files() {
        return FILES.values().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isValidWithoutAnUnexplainedWarning(Path file) {
        assertThat(InstalledGuide.problems(STRICT, Repository.text(file)).stream()
                        .filter(problem -> !ExplainedProblem.covers(problem)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCalledAfterItsId(Path file) {
        var resource = Repository.json(file);
        assertThat(file)
                .hasFileName(resource.path("resourceType").asText() + "-"
                        + resource.path("id").asText() + ".json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void tellsItselfInWords(Path file) {
        assertThat(Repository.json(file).at("/text/div").asText()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @MethodSource("files")
    void pointsOnlyToWhatIsThere(Path file) {
        Resource resource = InstalledGuide.parse(Repository.text(file));
        FhirTerser terser = R4.CONTEXT.newTerser();
        assertThat(terser.getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                        .map(Reference::getReference)
                        .filter(reference -> reference != null && !reference.startsWith("#"))
                        .map(reference -> reference.replace('/', '-') + ".json"))
                .isSubsetOf(FILES.keySet());
    }

    @Test
    void thereIsSomebody() {
        assertThat(FILES).isNotEmpty();
    }
}
