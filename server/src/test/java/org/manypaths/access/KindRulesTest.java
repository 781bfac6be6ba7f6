package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.InformationLabels;
import org.manypaths.testkit.StageBuilder;

class KindRulesTest {

    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10-cm";

    @Test
    void tellsSubstancesApart() {
        assertThat(KindRules.kinds(
                        StageBuilder.aStageOf("Patient/1").substance("alcohol").build(), true))
                .containsExactly(InformationKind.ALCOHOL_USE);
        assertThat(KindRules.kinds(
                        StageBuilder.aStageOf("Patient/1")
                                .substance("opioids", "heroin")
                                .build(),
                        true))
                .containsExactly(InformationKind.OPIOID_USE);
        assertThat(KindRules.kinds(
                        StageBuilder.aStageOf("Patient/1").substance("cannabis").build(), true))
                .containsExactly(InformationKind.SUBSTANCE_USE);
    }

    @Test
    void findsTheMindBehindTheUse() {
        Observation meaning = StageBuilder.aStageOf("Patient/1")
                .substance("opioids", "heroin")
                .build();
        meaning.setValue(
                new CodeableConcept(new Coding(Canonical.BASE + "/CodeSystem/ihrp-use-meaning", "numb-trauma", null)));
        assertThat(KindRules.kinds(meaning, true))
                .containsExactlyInAnyOrder(InformationKind.OPIOID_USE, InformationKind.MENTAL_HEALTH);
        meaning.setValue(
                new CodeableConcept(new Coding(Canonical.BASE + "/CodeSystem/ihrp-use-meaning", "ease-grief", null)));
        assertThat(KindRules.kinds(meaning, true)).containsExactly(InformationKind.OPIOID_USE);
        meaning.addExtension()
                .setUrl(Canonical.BASE + "/StructureDefinition/ihrp-driver")
                .addExtension()
                .setUrl("kind")
                .setValue(new CodeableConcept(
                        new Coding(Canonical.BASE + "/CodeSystem/ihrp-driver-kind", "trauma", null)));
        assertThat(KindRules.kinds(meaning, true)).contains(InformationKind.MENTAL_HEALTH);
    }

    @Test
    void takesWhatAProgrammePlansForSubstanceUse() {
        assertThat(KindRules.kinds(new Goal(), true)).containsExactly(InformationKind.SUBSTANCE_USE);
        assertThat(KindRules.kinds(new Goal(), false)).containsExactly(InformationKind.GENERAL_HEALTH);
    }

    @Test
    void readsDiagnoses() {
        assertThat(KindRules.kinds(condition("F10.20"), true)).containsExactly(InformationKind.ALCOHOL_USE);
        assertThat(KindRules.kinds(condition("F11.20"), true)).containsExactly(InformationKind.OPIOID_USE);
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(KindRules.kinds(condition("Z99.9"), true)).isEmpty();
        assertThat(KindRules.kinds(new Observation(), true)).isEmpty();
    }

    @Test
    void takesWhatMattersToAPersonAsPartOfTheirPlanAndNoOtherMeasureForIt() {
        assertThat(KindRules.kinds(declaring("ihrp-what-matters"), true))
                .containsExactly(InformationKind.SUBSTANCE_USE);
        assertThat(KindRules.kinds(declaring("ihrp-screening-panel"), true)).isEmpty();
    }

    private static Observation declaring(String profile) {
        Observation observation = new Observation();
        observation.getMeta().addProfile(Canonical.BASE + "/StructureDefinition/" + profile);
        return observation;
    }

    @Test
    void addsWhatALabelSaysAndNeverTakesAway() {
        Condition condition = condition("F10.20");
        condition.getMeta().addSecurity(InformationLabels.ACT_CODE, "HIV", null);
        assertThat(KindRules.kinds(condition, true))
                .containsExactlyInAnyOrder(InformationKind.ALCOHOL_USE, InformationKind.HIV);
    }

    @Test
    void knowsACounsellingNoteByItsCategory() {
        DocumentReference note = new DocumentReference();
        note.addCategory(new CodeableConcept(new Coding()
                .setSystem(Canonical.BASE + "/CodeSystem/ihrp-document-category")
                .setCode("counselling-note")));
        assertThat(KindRules.kinds(note, true)).containsExactly(InformationKind.COUNSELLING_NOTE);
    }

    @Test
    void takesWhatARecordContainsForAPartOfIt() {
        MedicationRequest order = new MedicationRequest();
        order.addContained(new Medication());
        assertThat(KindRules.kinds(order, true)).containsExactly(InformationKind.SUBSTANCE_USE);
        order.addContained(condition("F43.10"));
        assertThat(KindRules.kinds(order, true))
                .containsExactlyInAnyOrder(InformationKind.SUBSTANCE_USE, InformationKind.MENTAL_HEALTH);
        order.addContained(condition("Z99.9"));
        assertThat(KindRules.kinds(order, true))
                .as("nobody can say what it tells")
                .isEmpty();
    }

    @Test
    void findsPrivateWordsWithinARecord() {
        Observation meaning = new Observation();
        meaning.setCode(new CodeableConcept(
                new Coding(Canonical.BASE + "/CodeSystem/ihrp-observation", "meaning-of-use", null)));
        Goal goal = new Goal();
        assertThat(SubstanceRules.isPrivate(goal)).isFalse();
        goal.addContained(meaning);
        assertThat(SubstanceRules.isPrivate(goal)).isTrue();
    }

    private static Condition condition(String code) {
        return new Condition()
                .setCode(new CodeableConcept(new Coding().setSystem(ICD_10).setCode(code)));
    }
}
