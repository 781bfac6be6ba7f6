package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.manypaths.testkit.StageBuilder;

class StageReaderTest {

    private final StageReader reader = new StageReader(new SubstanceClasses(substances()));

    @Nested
    class StatesNothing {

        @ParameterizedTest
        @EnumSource(
                value = ObservationStatus.class,
                names = {"ENTEREDINERROR", "CANCELLED"})
        void whenWithdrawn(ObservationStatus withdrawn) {
            Observation observation = alcohol().build();
            observation.setStatus(withdrawn);
            assertThat(read(observation)).isEmpty();
        }

        @Test
        void whenThePersonWasAskedAndNoStageWasFound() {
            Observation observation = aStageOf("Patient/1").substance("alcohol").build();
            observation.getDataAbsentReason().setText("was too unwell to talk");
            assertThat(read(observation)).isEmpty();
        }

        @Test
        void withoutATime() {
            Observation observation = alcohol().build();
            observation.setEffective(null);
            assertThat(read(observation)).isEmpty();
        }

        @Test
        void aboutNothing() {
            assertThat(read(aStageOf("Patient/1").stage("action").build())).isEmpty();
        }

        @Test
        void whenItIsAnotherKindOfObservation() {
            Observation observation = alcohol().build();
            observation.setCode(new CodeableConcept(new Coding(AssessmentCodes.OBSERVATION, "substance-use", null)));
            assertThat(read(observation)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"ENTEREDINERROR", "CANCELLED", "NULL"},
            mode = Mode.EXCLUDE)
    void countsEveryStatusThatWasNotWithdrawn(ObservationStatus status) {
        Observation observation = alcohol().build();
        observation.setStatus(status);
        assertThat(read(observation)).isPresent();
    }

    @Nested
    class IsAbout {

        @Test
        void theVerySubstanceWhereItsClassIsGivenToo() {
            assertThat(about(stage().substance("opioids", "heroin"))).isEqualTo("heroin");
            assertThat(about(stage().substance("heroin", "opioids"))).isEqualTo("heroin");
            assertThat(about(stage().substance("heroin"))).isEqualTo("heroin");
        }

        @Test
        void theClassWhereOnlyTheClassIsGiven() {
            assertThat(about(stage().substance("opioids"))).isEqualTo("opioids");
        }

        @Test
        void theSameWithAndWithoutAStandardCodeBesideOurs() {
            CodeableConcept both = new CodeableConcept(new Coding(AssessmentCodes.SUBSTANCE, "alcohol", null))
                    .addCoding(new Coding("http://snomed.info/sct", "419442005", null));
            assertThat(about(stage().part("substance", both))).isEqualTo("alcohol");
        }

        @Test
        void theForeignCodeWhereThereIsNoneOfOurs() {
            CodeableConcept foreign = new CodeableConcept(new Coding("http://snomed.info/sct", "53410008", null));
            assertThat(about(stage().part("substance", foreign))).isEqualTo("http://snomed.info/sct|53410008");
        }

        @Test
        void whatTheTextNamesWhereTheCodeIsOther() {
            CodeableConcept kava = new CodeableConcept(new Coding(AssessmentCodes.SUBSTANCE, "other", null));
            assertThat(about(stage().part("substance", kava.copy().setText("Kava"))))
                    .isEqualTo(about(stage().part("substance", kava.copy().setText(" kava "))))
                    .isNotEqualTo(about(stage().part("substance", kava.copy().setText("Betel"))));
        }

        @Test
        void aBehaviour() {
            CodeableConcept gambling = new CodeableConcept(new Coding(AssessmentCodes.SUBSTANCE, "gambling", null));
            assertThat(about(stage().part("behaviour", gambling))).isEqualTo("gambling");
        }
    }

    @Nested
    class IsTheViewOf {

        @Test
        void whoIsNamedWhoeverWroteItDown() {
            assertThat(rater(alcohol().ratedBy("peer").performedBy("Practitioner/1")))
                    .isEqualTo("peer");
        }

        @ParameterizedTest
        @CsvSource({
            "Patient/1, person",
            "RelatedPerson/1, close-person",
            "Practitioner/1, clinician",
            "PractitionerRole/1, clinician",
            "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0, clinician"
        })
        void thePerformerWhereNobodyIsNamed(String performer, String view) {
            assertThat(rater(alcohol().performedBy(performer))).isEqualTo(view);
        }

        @Test
        void bothWherePersonAndClinicianFoundItTogether() {
            assertThat(rater(alcohol().performedBy("Practitioner/1").performedBy("Patient/1")))
                    .isEqualTo("together");
        }

        @Test
        void oneClinicianAfterAnother() {
            assertThat(rater(alcohol().performedBy("Practitioner/1")))
                    .isEqualTo(rater(alcohol().performedBy("Practitioner/2")));
        }

        @Test
        void theSingleOtherWhoIsNamedAsOther() {
            assertThat(rater(alcohol().ratedBy("other").performedBy("RelatedPerson/1")))
                    .isNotEqualTo(rater(alcohol().ratedBy("other").performedBy("RelatedPerson/2")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T00:00:00Z",
        "2026-11, 2026-11-01T00:00:00Z",
        "2026-11-05, 2026-11-05T00:00:00Z",
        "2026-11-05T10:30:00+02:00, 2026-11-05T08:30:00Z"
    })
    void wasFoundAtTheFirstMomentOfItsTime(String effective, Instant moment) {
        assertThat(read(alcohol().on(effective).build()))
                .map(StageOfChange::effective)
                .contains(moment);
    }

    @Test
    void wasFoundAtTheEndOfAPeriodOrAtItsStartWhileItLasts() {
        Period lasting = new Period().setStartElement(new DateTimeType("2026-11-01"));
        Period over = lasting.copy().setEndElement(new DateTimeType("2026-11-05"));
        assertThat(read(alcohol().on(lasting).build()))
                .map(StageOfChange::effective)
                .contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(read(alcohol().on(over).build()))
                .map(StageOfChange::effective)
                .contains(Instant.parse("2026-11-05T00:00:00Z"));
    }

    private Optional<StageOfChange> read(Observation observation) {
        return reader.read(observation, "name", 1);
    }

    private String about(StageBuilder stage) {
        return read(stage.build()).orElseThrow().series().about();
    }

    private String rater(StageBuilder stage) {
        return read(stage.build()).orElseThrow().series().rater();
    }

    private static StageBuilder stage() {
        return aStageOf("Patient/1").stage("action");
    }

    private static StageBuilder alcohol() {
        return stage().substance("alcohol");
    }

    private static CodeSystem substances() {
        CodeSystem substances = new CodeSystem();
        substances.addConcept().setCode("alcohol");
        substances.addConcept().setCode("opioids").addConcept().setCode("heroin");
        return substances;
    }
}
