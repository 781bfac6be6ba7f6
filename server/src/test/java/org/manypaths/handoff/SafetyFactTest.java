package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody must be asked about before it stays unsaid. */
class SafetyFactTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-28T09:00:00-05:00");
    private static final String RX_NORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    @Nested
    class AMedicine {

        @ParameterizedTest
        @CsvSource({
            "oxycodone 10 MG Oral Tablet, OPIOID_AGONIST",
            "fentanyl 25 MCG/HR patch, OPIOID_AGONIST",
            "tramadol 50 mg, OPIOID_AGONIST",
            "Codeine, OPIOID_AGONIST",
            "Hydromorphone, OPIOID_AGONIST",
            "Clobazam, SEDATIVE",
            "clorazepate, SEDATIVE",
            "zaleplon, SEDATIVE",
            "Diazepam, SEDATIVE",
            "Sodium oxybate, SEDATIVE"
        })
        void isRecognisedByItsName(String name, SafetyFact fact) {
            assertThat(facts(order(new CodeableConcept().setText(name)))).contains(fact);
        }

        @Test
        void isNotTakenForAnother() {
            assertThat(facts(order(new CodeableConcept().setText("Tiotropium inhaler"))))
                    .isEmpty();
            assertThat(facts(order(new CodeableConcept().setText("Ibuprofen 400 mg"))))
                    .isEmpty();
        }

        @Test
        void isRecognisedByItsCode() {
            assertThat(facts(order(coded("7804")))).containsExactly(SafetyFact.OPIOID_AGONIST);
            assertThat(facts(order(coded("6470")))).containsExactly(SafetyFact.SEDATIVE);
        }

        @Test
        void thatNobodyNamesIsAskedAbout() {
            assertThat(facts(order(coded("1")))).containsExactly(SafetyFact.UNNAMED_MEDICINE);
            MedicationStatement taken = new MedicationStatement();
            taken.setMedication(new Reference("Medication/gone"));
            assertThat(facts(taken)).containsExactly(SafetyFact.UNNAMED_MEDICINE);
        }

        @Test
        void isRecognisedWhereItIsContainedOrReferredTo() {
            MedicationRequest order = new MedicationRequest();
            Medication methadone = new Medication().setCode(new CodeableConcept().setText("Methadone 10 mg/ml"));
            methadone.setId("m");
            order.addContained(methadone);
            order.setMedication(new Reference("#m"));
            assertThat(facts(order)).contains(SafetyFact.OPIOID_AGONIST).doesNotContain(SafetyFact.UNNAMED_MEDICINE);
            MedicationRequest referring = new MedicationRequest();
            referring.setMedication(new Reference("Medication/stored"));
            Medication stored = new Medication();
            stored.addIngredient().setItem(coded("6813"));
            assertThat(facts(referring, stored))
                    .contains(SafetyFact.OPIOID_AGONIST)
                    .doesNotContain(SafetyFact.UNNAMED_MEDICINE);
        }

        @Test
        void thatWasEnteredInErrorIsNotAskedAbout() {
            assertThat(facts(order(coded("7804")).setStatus(MedicationRequestStatus.ENTEREDINERROR)))
                    .isEmpty();
        }

        private static MedicationRequest order(CodeableConcept medicine) {
            return new MedicationRequest().setMedication(medicine);
        }

        private static CodeableConcept coded(String code) {
            return new CodeableConcept()
                    .addCoding(new Coding().setSystem(RX_NORM).setCode(code));
        }
    }

    @Nested
    class ACondition {

        @ParameterizedTest
        @CsvSource({
            "Suicidal thoughts, SUICIDE_RISK",
            "Suicide attempt, SUICIDE_RISK",
            "Overdose of opiate, RECENT_OVERDOSE",
            "Seizure, SEIZURE_OR_DELIRIUM",
            "Alcohol withdrawal fits, SEIZURE_OR_DELIRIUM",
            "Delirium tremens, SEIZURE_OR_DELIRIUM",
            "'Expecting a baby, 20 weeks', PREGNANCY",
            "Long QT syndrome, QT_RISK"
        })
        void isRecognisedByItsName(String name, SafetyFact fact) {
            assertThat(facts(new Condition().setCode(new CodeableConcept().setText(name))))
                    .containsExactly(fact);
        }

        @Test
        void isRecognisedByItsCode() {
            assertThat(facts(coded("http://snomed.info/sct", "6471006"))).containsExactly(SafetyFact.SUICIDE_RISK);
            assertThat(facts(coded("http://snomed.info/sct", "295193008"))).containsExactly(SafetyFact.RECENT_OVERDOSE);
            assertThat(facts(coded("http://hl7.org/fhir/sid/icd-10-cm", "F10.231")))
                    .containsExactly(SafetyFact.SEIZURE_OR_DELIRIUM);
        }

        @Test
        void ofAnOverdoseLongAgoIsNotAskedAbout() {
            Condition overdose = coded("http://snomed.info/sct", "295193008");
            assertThat(facts(overdose.setRecordedDateElement(new DateTimeType("2026-10-01"))))
                    .containsExactly(SafetyFact.RECENT_OVERDOSE);
            assertThat(facts(overdose.setRecordedDateElement(new DateTimeType("2020"))))
                    .isEmpty();
        }

        private static Condition coded(String system, String code) {
            return new Condition()
                    .setCode(new CodeableConcept()
                            .addCoding(new Coding().setSystem(system).setCode(code)));
        }
    }

    @Test
    void itemNineOfThePhqIsAskedAbout() {
        Observation item = new Observation()
                .setCode(new CodeableConcept()
                        .addCoding(new Coding().setSystem("http://loinc.org").setCode("44260-8")));
        assertThat(facts(item)).containsExactly(SafetyFact.SUICIDE_RISK);
        QuestionnaireResponse answers = new QuestionnaireResponse();
        answers.addItem().addItem().setLinkId("/44260-8");
        assertThat(facts(answers)).containsExactly(SafetyFact.SUICIDE_RISK);
    }

    @Test
    void anAllergyThatWasRefutedIsNotAskedAbout() {
        AllergyIntolerance allergy = new AllergyIntolerance();
        assertThat(facts(allergy)).containsExactly(SafetyFact.ALLERGY);
        allergy.getVerificationStatus().addCoding().setCode("refuted");
        assertThat(facts(allergy)).isEmpty();
    }

    private static List<SafetyFact> facts(Resource record, Resource... stored) {
        return Arrays.stream(SafetyFact.values())
                .filter(fact -> fact.isIn(
                        record,
                        NOW,
                        reference -> reference.getReference().endsWith("stored")
                                ? Optional.of(stored[0])
                                : Optional.empty()))
                .toList();
    }
}
