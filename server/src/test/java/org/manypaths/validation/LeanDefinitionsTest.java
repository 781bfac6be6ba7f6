package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

class LeanDefinitionsTest {

    private static final FhirContext FHIR = Fhir.CONTEXT;

    private final StructureDefinition definition = new StructureDefinition();
    private final CodeSystem codes = new CodeSystem();

    @BeforeEach
    void thin() {
        definition
                .setUrl("http://example.org/plan")
                .setType("CarePlan")
                .addMapping()
                .setIdentity("v2");
        definition.addContact().setName("Somebody");
        rules(definition.getSnapshot().addElement());
        prose(definition.getSnapshot().getElementFirstRep());
        definition.getDifferential().addElement().setPath("CarePlan.title");
        codes.setUrl("http://example.org/codes").addConcept().setCode("a").setDisplay("A");
        codes.getText().setStatus(NarrativeStatus.GENERATED).setDivAsString("<div>A</div>");

        PrePopulatedValidationSupport core = new PrePopulatedValidationSupport(FHIR);
        core.addStructureDefinition(definition);
        core.addCodeSystem(codes);
        LeanDefinitions.thin(core);
    }

    @Test
    void keepsAllThatARecordIsHeldTo() {
        ElementDefinition kept = new ElementDefinition();
        rules(kept);
        ElementDefinition thinned = definition.getSnapshot().getElementFirstRep();
        assertThat(thinned.equalsDeep(kept)).isTrue();
        assertThat(definition.getUrl()).isEqualTo("http://example.org/plan");
        assertThat(definition.getType()).isEqualTo("CarePlan");
    }

    @Test
    void dropsWhatOnlyPeopleRead() {
        assertThat(FHIR.newJsonParser().encodeResourceToString(definition))
                .doesNotContain("prose")
                .doesNotContain("Somebody");
        assertThat(definition.hasMapping()).isFalse();
        assertThat(definition.hasDifferential()).isFalse();
    }

    @Test
    void keepsCodesAndDropsTheirNarrative() {
        assertThat(codes.hasText()).isFalse();
        assertThat(codes.getConceptFirstRep().getDisplay()).isEqualTo("A");
    }

    private static void rules(ElementDefinition element) {
        element.setPath("CarePlan.title")
                .setMin(1)
                .setMax("3")
                .setIsModifier(true)
                .setMustSupport(true);
        element.setFixed(new StringType("fixed")).addType().setCode("string").addTargetProfile("http://example.org/a");
        element.getBase().setPath("CarePlan.title").setMin(0).setMax("1");
        element.getBinding().setStrength(BindingStrength.REQUIRED).setValueSet("http://example.org/set");
        element.addConstraint().setKey("one-1").setHuman("One.").setExpression("exists()");
    }

    private static void prose(ElementDefinition element) {
        element.setShort("prose").setDefinition("prose").setComment("prose").setRequirements("prose");
        element.setMeaningWhenMissing("prose").setIsModifierReason("prose").addAlias("prose");
        element.addMapping().setIdentity("v2").setMap("prose");
        element.addExample().setLabel("prose").setValue(new StringType("prose"));
        element.getConstraintFirstRep().setXpath("prose");
    }
}
