package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every definition of the guide keeps to, whatever it defines. */
class DefinitionsTest {

    private static final SortedMap<String, Path> FILES = Repository.SOURCES.definitions();
    private static final Map<String, Resource> INSTALLED = InstalledGuide.GUIDE.definitions();

    static Stream<Path> files() {
        return FILES.values().stream();
    }

    @Test
    void theFolderIsNotEmpty() {
        assertThat(FILES).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isCalledAfterItsIdAndItsUrl(Path file) {
        JsonNode definition = Repository.json(file);
        String type = definition.path("resourceType").asText();
        String id = definition.path("id").asText();
        assertThat(file).hasFileName(type + "-" + id + ".json");
        assertThat(definition.path("url").asText()).isEqualTo(InstalledGuide.BASE + type + "/" + id);
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatItIs(Path file) {
        JsonNode definition = Repository.json(file);
        assertThat(definition.path("description").asText()).endsWith(".").hasSizeGreaterThan(15);
        assertThat(definition.path("version").asText()).isEqualTo("0.1.0");
        assertThat(definition.path("publisher").asText()).isEqualTo("Many Paths");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isItselfValid(Path file) {
        assertThat(InstalledGuide.GUIDE.problems(Repository.text(file)).stream()
                        .filter(problem -> problem.getSeverity() != ResultSeverityEnum.WARNING)
                        .filter(problem -> !ExplainedProblem.covers(problem)))
                .isEmpty();
    }

    @Test
    void everyStructureHasASnapshotThatHoldsWhatItSays() {
        assertThat(structures()).isNotEmpty().allSatisfy(structure -> assertThat(
                        ids(structure.getSnapshot().getElement()))
                .as(structure.getName())
                .containsAll(ids(structure.getDifferential().getElement())));
    }

    @Test
    void everyConceptOfOursSaysWhatItMeans() {
        assertThat(installed(CodeSystem.class).flatMap(system -> withDescendants(system.getConcept())))
                .isNotEmpty()
                .allMatch(ConceptDefinitionComponent::hasDisplay)
                .allMatch(ConceptDefinitionComponent::hasDefinition);
    }

    @Test
    void everyEnumeratedConceptHasItsDisplay() {
        assertThat(installed(ValueSet.class)
                        .flatMap(set -> set.getCompose().getInclude().stream())
                        .flatMap(include -> include.getConcept().stream()))
                .isNotEmpty()
                .allMatch(concept -> concept.hasDisplay());
    }

    /** A required binding to codes that nobody can list would refuse what we cannot check. */
    @Test
    void requiredBindingsAreToOurOwnOrEnumeratedCodes() {
        Map<String, ValueSet> sets = installed(ValueSet.class).collect(Collectors.toMap(ValueSet::getUrl, set -> set));
        assertThat(structures()
                        .flatMap(structure -> structure.getDifferential().getElement().stream())
                        .map(ElementDefinition::getBinding)
                        .filter(binding -> binding.getStrength() == BindingStrength.REQUIRED)
                        .map(binding -> binding.getValueSet()))
                .isNotEmpty()
                .allSatisfy(url -> assertThat(sets.get(url)).as(url).satisfies(DefinitionsTest::canBeListed));
    }

    private static Stream<ConceptDefinitionComponent> withDescendants(List<ConceptDefinitionComponent> concepts) {
        return concepts.stream()
                .flatMap(concept -> Stream.concat(Stream.of(concept), withDescendants(concept.getConcept())));
    }

    private static void canBeListed(ValueSet set) {
        assertThat(set.getCompose().getInclude())
                .isNotEmpty()
                .allMatch(include -> include.hasConcept() || isWholeSystemOfOurs(include));
    }

    private static boolean isWholeSystemOfOurs(ConceptSetComponent include) {
        return !include.hasFilter()
                && installed(CodeSystem.class)
                        .anyMatch(system -> system.getUrl().equals(include.getSystem()));
    }

    private static List<String> ids(List<ElementDefinition> elements) {
        return elements.stream().map(ElementDefinition::getId).toList();
    }

    private static Stream<StructureDefinition> structures() {
        return installed(StructureDefinition.class);
    }

    private static <T extends Resource> Stream<T> installed(Class<T> type) {
        return INSTALLED.values().stream().filter(type::isInstance).map(type::cast);
    }
}
