package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.manypaths.narrative.NarrativeCheck.Contradictions;
import org.manypaths.testkit.Fhir;

/** Words that contradict the data are found, whichever of the two was changed. */
class NarrativeCheckTest {

    /** Elements of the examples that no narrative tells, because they are for programs or say what the title says. */
    private static final Set<String> NOT_TOLD = Set.of(
            "active",
            "category",
            "code",
            "id",
            "identifier",
            "intent",
            "masterIdentifier",
            "meta",
            "reportedBoolean",
            "resourceType",
            "scope",
            "status",
            "text");

    private final NarrativeCheck check = new NarrativeCheck(Told.WRITER);

    @Test
    void noExampleIsContradicted() {
        assertThat(Told.examples()).hasSizeGreaterThan(100).allSatisfy(example -> {
            tell(example);
            assertThat(check.check(example)).isEqualTo(new Contradictions(List.of(), List.of()));
        });
    }

    /** Take any one element away, and the words say more than the data do. */
    @Test
    void whateverIsTakenFromAnExampleIsMissed() {
        Set<String> notMissed = new TreeSet<>();
        Told.examples().forEach(example -> {
            tell(example);
            ObjectNode whole = json(example);
            whole.fieldNames().forEachRemaining(name -> {
                boolean unknown = whole.path(name).toString().contains("data-absent-reason");
                boolean told = !NOT_TOLD.contains(name) && !unknown;
                if (told && check.check(without(name, whole)).unfounded().isEmpty()) {
                    notMissed.add(example.fhirType() + "/" + example.getIdPart() + "." + name);
                }
            });
        });
        assertThat(notMissed).isEmpty();
    }

    @Test
    void changedValueIsFound() {
        Observation stage = stage();
        stage.getValueCodeableConcept().setCoding(List.of(new Coding().setDisplay("Maintenance")));
        assertThat(check.check(stage))
                .isEqualTo(new Contradictions(
                        List.of("Alcohol: Maintenance, toward Reduced quantity."),
                        List.of("Alcohol: Getting ready for a change (Preparation), toward Reduced quantity.")));
    }

    @Test
    void changedDateIsFoundUnderItsName() {
        Observation stage = stage();
        stage.setEffective(new DateTimeType("2025-01-09"));
        assertThat(check.check(stage).missing()).containsExactly("When: 9 January 2025");
    }

    @Test
    void changedWordsAreFound() {
        Observation stage = stage();
        stage.getText().setDivAsString(stage.getText().getDivAsString().replace("Two beers", "Seven beers"));
        assertThat(check.check(stage).unfounded()).singleElement().asString().contains("Seven beers");
        assertThat(check.check(stage).missing()).singleElement().asString().contains("Two beers");
    }

    @Test
    void whatClaimsToSayMoreIsNotJudged() {
        Observation stage = stage();
        stage.getText().setStatus(NarrativeStatus.ADDITIONAL);
        stage.setEffective(new DateTimeType("2025-01-09"));
        assertThat(check.check(stage).isEmpty()).isTrue();
    }

    private static Observation stage() {
        Observation stage = (Observation) Told.sample("Observation/rosa-stage-alcohol-day-5");
        tell(stage);
        return stage;
    }

    private static void tell(DomainResource resource) {
        resource.setText(Told.WRITER.narrative(resource));
    }

    private static ObjectNode json(DomainResource resource) {
        try {
            return (ObjectNode)
                    new ObjectMapper().readTree(Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainResource without(String name, ObjectNode whole) {
        ObjectNode rest = whole.deepCopy();
        rest.remove(name);
        return (DomainResource) Fhir.CONTEXT.newJsonParser().parseResource(rest.toString());
    }
}
