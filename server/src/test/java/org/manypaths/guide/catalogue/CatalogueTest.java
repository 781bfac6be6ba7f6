package org.manypaths.guide.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final String PROFILE = """
            {"resourceType": "StructureDefinition", "id": "stage", "url": "http://a/StructureDefinition/stage",
             "title": "Stage of change", "type": "Observation", "description": "Where somebody stands.",
             "differential": {"element": [{"id": "Observation.value[x]", "path": "Observation.value[x]",
               "binding": {"strength": "required", "valueSet": "http://a/ValueSet/stage|1.0"}}]},
             "snapshot": {"element": [{"id": "Observation.code", "short": "snapshotword",
               "binding": {"valueSet": "http://a/ValueSet/stage"}}]}}""";
    private static final String VALUE_SET = """
            {"resourceType": "ValueSet", "id": "stage", "url": "http://a/ValueSet/stage", "title": "Stages",
             "compose": {"include": [{"system": "http://a/CodeSystem/stages"}]}}""";
    private static final String CODE_SYSTEM = """
            {"resourceType": "CodeSystem", "id": "stages", "url": "http://a/CodeSystem/stages", "name": "Codes",
             "concept": [{"code": "early", "display": "Early", "definition": "Stage of the first steps.",
               "concept": [{"code": "very-early", "display": "Very early"}]}]}""";
    private static final String EXAMPLE = """
            {"resourceType": "Observation", "id": "one", "meta": {"profile": ["http://a/StructureDefinition/stage"]},
             "code": {"text": "Stage"}, "valueCodeableConcept": {"text": "Early"}}""";

    private final Catalogue catalogue = Catalogue.of(List.of(VALUE_SET, CODE_SYSTEM, PROFILE), List.of(EXAMPLE));

    @Test
    void findsADefinitionByItsCanonicalUrlWithAndWithoutVersion() {
        assertThat(catalogue.byUrl("http://a/ValueSet/stage|1.0"))
                .isEqualTo(catalogue.byUrl("http://a/ValueSet/stage"));
        assertThat(catalogue.byUrl("http://a/ValueSet/stage")).map(Entry::path).contains("ValueSet/stage");
        assertThat(catalogue.byUrl("http://b/ValueSet/stage")).isEmpty();
    }

    @Test
    void prefersTheProfileAmongDefinitionsOfOneId() {
        assertThat(catalogue.byId("stage")).map(Entry::section).contains(Section.PROFILE);
    }

    @Test
    void knowsTheElementAtWhichAProfileUsesAValueSet() {
        Entry valueSet = catalogue.at("ValueSet/stage").orElseThrow();
        assertThat(catalogue.definitionsUsing(valueSet))
                .extracting(use -> use.user().path() + " " + use.where())
                .containsExactly("StructureDefinition/stage Observation.value[x]");
    }

    @Test
    void listsTheExamplesThatDeclareAProfile() {
        Entry profile = catalogue.at("StructureDefinition/stage").orElseThrow();
        assertThat(catalogue.examplesUsing(profile))
                .extracting(Entry::title)
                .containsExactly("Observation: Stage: Early");
    }

    @Test
    void listsChildrenAfterTheirParents() {
        assertThat(catalogue.concepts("http://a/CodeSystem/stages"))
                .extracting(Concept::code)
                .containsExactly("early", "very-early");
    }

    @Test
    void putsThoseFirstWhoseTitleHoldsTheWord() {
        assertThat(catalogue.search(List.of("STAGE")))
                .extracting(Entry::path)
                .containsExactly("StructureDefinition/stage", "ValueSet/stage", "CodeSystem/stages", "Observation/one");
    }

    @Test
    void findsOnlyWhatHoldsEveryWord() {
        assertThat(catalogue.search(List.of("stage", "first")))
                .extracting(Entry::id)
                .containsExactly("stages");
    }

    @Test
    void doesNotFindWordsThatOnlyTheBaseSays() {
        assertThat(catalogue.search(List.of("snapshotword"))).isEmpty();
    }
}
