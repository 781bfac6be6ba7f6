package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A profile that declares to comply with one of US Core proves it: its examples and good fixtures are valid there. */
class UsCoreTest {

    private static final String COMPLIES =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile";

    /** The US Core profile, without its version, of each profile of ours that declares to comply with one. */
    private static final Map<String, String> COUNTERPARTS = counterparts();

    /** Three profiles of US Core refer to this one of another guide, which is not beside the repository. */
    private static final String SDC_STUB = """
            {"resourceType": "StructureDefinition", "id": "sdc-questionnaireresponse", "name": "Stub",
             "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaireresponse", "status": "active",
             "kind": "resource", "abstract": false, "type": "QuestionnaireResponse", "derivation": "constraint",
             "baseDefinition": "http://hl7.org/fhir/StructureDefinition/QuestionnaireResponse",
             "differential": {"element": [{"id": "QuestionnaireResponse", "path": "QuestionnaireResponse"}]}}""";

    private static Optional<FhirValidator> validator = Optional.empty();
    private static Set<String> carried = Set.of();

    @BeforeAll
    static void loadUsCore() {
        List<String> files = Repository.shared("us-core").map(Repository::list).orElse(List.of()).stream()
                .map(Repository::text)
                .toList();
        if (!files.isEmpty()) {
            PrePopulatedValidationSupport usCore =
                    InstalledGuide.prePopulated(Stream.concat(files.stream(), Stream.of(SDC_STUB)));
            validator = Optional.of(InstalledGuide.GUIDE.validatorWith(usCore));
            carried = usCore.<StructureDefinition>fetchAllStructureDefinitions().stream()
                    .map(StructureDefinition::getUrl)
                    .collect(Collectors.toSet());
        }
    }

    static Stream<Arguments> examples() {
        Stream<Path> good = Repository.fixtures().values().stream()
                .filter(file -> file.toString().endsWith("-pass.json"));
        return Stream.concat(Repository.SOURCES.examples().values().stream(), good)
                .flatMap(file -> profiles(file)
                        .filter(COUNTERPARTS::containsKey)
                        .map(profile -> Arguments.of(file, COUNTERPARTS.get(profile))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOfACompliantProfileIsValidInUsCore(Path example, String usCore) {
        assumeThat(validator).as("US Core beside the repository").isPresent();
        assumeThat(carried).as("some profiles of US Core are not in the folder").contains(usCore);
        assertThat(InstalledGuide.problems(validator.get(), Repository.text(example), usCore).stream()
                        .filter(problem -> problem.getSeverity() != ResultSeverityEnum.WARNING)
                        .filter(problem -> !ExplainedProblem.covers(problem)))
                .isEmpty();
    }

    @Test
    void everyCompliantProfileHasAnExample() {
        assertThat(examples().map(arguments -> arguments.get()[1])).containsAll(COUNTERPARTS.values());
    }

    private static Stream<String> profiles(Path example) {
        return InstalledGuide.parse(Repository.text(example)).getMeta().getProfile().stream()
                .map(CanonicalType::getValue);
    }

    private static Map<String, String> counterparts() {
        return InstalledGuide.GUIDE.definitions().values().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .filter(profile -> profile.hasExtension(COMPLIES))
                .collect(Collectors.toMap(StructureDefinition::getUrl, profile -> profile.getExtensionByUrl(COMPLIES)
                        .getValue()
                        .primitiveValue()
                        .replaceAll("\\|.*", "")));
    }
}
