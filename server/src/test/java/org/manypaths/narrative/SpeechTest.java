package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.DayOfWeek;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;

class SpeechTest {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance";

    private final Speech speech = new Speech(new ConceptSpeech(
            OwnLabels.of("system,code,label\n" + SNOMED + ",75544000,\"Opioid use disorder, here\"\n"),
            coding -> Optional.of("Named " + coding.getCode()).filter(name -> SUBSTANCE.equals(coding.getSystem()))));

    @Test
    void datesAreAsPreciseAsTheyWereRecorded() {
        assertThat(date("2026")).isEqualTo("2026");
        assertThat(date("2026-03")).isEqualTo("March 2026");
        assertThat(date("2026-03-04")).isEqualTo("4 March 2026");
        assertThat(date("2026-03-04T08:05:59-05:00")).isEqualTo("4 March 2026, 08:05 (UTC−05:00)");
        assertThat(said(new InstantType("2026-03-04T08:05:59.123Z"))).isEqualTo("4 March 2026, 08:05 (UTC)");
    }

    @Test
    void periodsMayBeOpen() {
        BaseDateTimeType day = new DateTimeType("2026-03-04");
        assertThat(said(new Period().setStartElement((DateTimeType) day))).isEqualTo("from 4 March 2026");
        assertThat(said(new Period().setEndElement((DateTimeType) day))).isEqualTo("until 4 March 2026");
    }

    @Test
    void numbersKeepTheirUnitAndTheirDoubts() {
        assertThat(said(new Quantity().setValue(8).setUnit("mg"))).isEqualTo("8 mg");
        assertThat(said(new Quantity().setValue(18).setUnit("score").setCode("{score}")))
                .isEqualTo("18");
        assertThat(said(new Quantity().setValue(5).setUnit("mg").setComparator(QuantityComparator.LESS_THAN)))
                .isEqualTo("less than 5 mg");
        assertThat(said(new Range().setLow(new Quantity(2)).setHigh(new Quantity(3))))
                .isEqualTo("2 to 3");
        assertThat(said(new Ratio().setNumerator(new Quantity(2)).setDenominator(new Quantity(3).setUnit("days"))))
                .isEqualTo("2 per 3 days");
    }

    @Test
    void officialNameThatWoundsIsReplacedAlsoWhereItWasCopiedIntoTheText() {
        Coding coding = new Coding(SNOMED, "75544000", "Opioid dependence (disorder)");
        assertThat(said(new CodeableConcept(coding))).isEqualTo("Opioid use disorder, here");
        assertThat(said(new CodeableConcept(coding).setText("Opioid dependence")))
                .isEqualTo("Opioid use disorder, here");
        assertThat(said(new CodeableConcept(coding).setText("since the fall"))).isEqualTo("since the fall");
    }

    @Test
    void whatSomebodyWroteStandsBeforeWhatItWasCodedAs() {
        CodeableConcept concept = new CodeableConcept(new Coding(SUBSTANCE, "tobacco", "Tobacco"));
        assertThat(said(concept)).isEqualTo("Tobacco");
        assertThat(said(concept.setText("tobacco"))).isEqualTo("tobacco");
        assertThat(said(concept.setText("rollies"))).isEqualTo("rollies (Tobacco)");
    }

    @Test
    void codesWithoutNamesAreNamedOrReadAsWords() {
        assertThat(said(new Coding().setSystem(SUBSTANCE).setCode("kratom"))).isEqualTo("Named kratom");
        assertThat(said(new Coding().setSystem("urn:other").setCode("two-words")))
                .isEqualTo("two words");
        assertThat(said(new CodeType("entered-in-error"))).isEqualTo("entered in error");
        assertThat(said(new BooleanType(true))).isEqualTo("yes");
    }

    @Test
    void semanticTagsOfSnomedAreNotSpoken() {
        assertThat(said(new Coding(SNOMED, "1", "Grief (finding)"))).isEqualTo("Grief");
        assertThat(said(new Coding(SNOMED, "1", "Grief (after a loss)"))).isEqualTo("Grief (after a loss)");
    }

    @Test
    void referencesAreNamedOrCounted() {
        Reference goal = new Reference("Goal/1");
        assertThat(speech.all(List.of(goal, new Reference("Goal/2"), new Reference("Condition/3"))))
                .containsExactly("2 goals", "a condition");
        assertThat(speech.all(List.of(
                        new Reference("Goal/1").setDisplay("Sleep"), new Reference("Goal/2").setDisplay("Sleep"))))
                .containsExactly("Sleep");
        assertThat(said(new Reference("Patient?identifier=x|1"))).isEqualTo("the person");
        assertThat(said(new Reference("https://other.example/fhir/MedicationKnowledge/7/_history/2")))
                .isEqualTo("a record (medication knowledge)");
    }

    @Test
    void containedRecordsAreNamed() {
        MedicationRequest request = Fhir.CONTEXT.newJsonParser().parseResource(MedicationRequest.class, """
                        {"resourceType": "MedicationRequest", "medicationReference": {"reference": "#m"},
                         "contained": [{"resourceType": "Medication", "id": "m", "code": {"text": "naltrexone"}}]}""");
        assertThat(request.getContained()).hasOnlyElementsOfType(Medication.class);
        assertThat(said(request.getMedication())).isEqualTo("naltrexone");
    }

    @Test
    void dosesAreInThePrescribersWordsOrInTheirParts() {
        assertThat(said(new Dosage().setText("one in the morning"))).isEqualTo("one in the morning");
        Timing twiceADay = new Timing();
        twiceADay.getRepeat().setFrequency(2).setPeriod(1).setPeriodUnit(UnitsOfTime.D);
        Dosage parts = new Dosage().setTiming(twiceADay);
        parts.addDoseAndRate().setDose(new Quantity().setValue(2).setUnit("mg"));
        assertThat(said(parts)).isEqualTo("2 mg; 2 times a day");
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 1, , WK, once a week",
        "1, , 1, , H, once an hour",
        "2, , 1, , WK, 2 times a week",
        "1, 3, 1, , D, 1 to 3 times a day",
        "1, , 6, , H, every 6 hours",
        "1, , 4, 6, H, every 4 to 6 hours",
        "3, , 2, , WK, 3 times every 2 weeks",
        "2, , 1.0, , D, 2 times a day"
    })
    void howOftenIsInTheRightGrammar(
            int frequency, Integer most, BigDecimal period, BigDecimal longest, UnitsOfTime unit, String words) {
        Timing timing = new Timing();
        timing.getRepeat().setFrequency(frequency).setPeriod(period).setPeriodUnit(unit);
        Optional.ofNullable(most).ifPresent(timing.getRepeat()::setFrequencyMax);
        Optional.ofNullable(longest).ifPresent(timing.getRepeat()::setPeriodMax);
        assertThat(said(timing)).isEqualTo(words);
    }

    @Test
    void daysAndTimesAreSaid() {
        Timing timing = new Timing();
        timing.getRepeat().setFrequency(2).setPeriod(1).setPeriodUnit(UnitsOfTime.WK);
        timing.getRepeat().addDayOfWeek(DayOfWeek.TUE).addDayOfWeek(DayOfWeek.FRI);
        timing.getRepeat().addTimeOfDay("18:00:00");
        assertThat(said(timing)).isEqualTo("2 times a week, on Tuesday and Friday, at 18:00");
    }

    @Test
    void aStageIsSaidInWordsWithItsTerm() {
        assertThat(said(new Coding(
                        Canonical.BASE + "/CodeSystem/ihrp-stage-of-change", "precontemplation", "Precontemplation")))
                .isEqualTo("No change intended for now (Precontemplation)");
    }

    @Test
    void namesAreWrittenAsTheyAreSpoken() {
        assertThat(said(new HumanName().addPrefix("Dr").addGiven("Amina").setFamily("Haddad")))
                .isEqualTo("Dr Amina Haddad");
    }

    private String date(String written) {
        return said(new DateTimeType(written));
    }

    private String said(Base value) {
        return speech.of(value).orElse("");
    }
}
