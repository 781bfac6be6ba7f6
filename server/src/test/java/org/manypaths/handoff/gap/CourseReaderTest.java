package org.manypaths.handoff.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;

class CourseReaderTest {

    private static final ZoneOffset NEW_YORK = ZoneOffset.ofHours(-5);

    @Test
    void theLastDoseIsTheLatestThatWasGiven() {
        assertThat(reader(given("2026-01-11T08:00:00-05:00"), given("2026-01-12T08:05:00-05:00"))
                        .read(daily())
                        .lastGiven()
                        .orElseThrow()
                        .getEffectiveDateTimeType()
                        .getValueAsString())
                .isEqualTo("2026-01-12T08:05:00-05:00");
    }

    @Test
    void anOrderProvesNoDose() {
        assertThat(reader().read(daily()).lastGiven()).isEmpty();
    }

    @Test
    void aDoseThatWasNotTakenIsNone() {
        MedicationAdministration refused = given("2026-01-12T08:05:00-05:00");
        refused.setStatus(MedicationAdministrationStatus.NOTDONE);
        assertThat(reader(refused).read(daily()).lastGiven()).isEmpty();
    }

    @Test
    void aDoseOfAnotherOrderIsNone() {
        MedicationAdministration other = given("2026-01-12T08:05:00-05:00");
        other.setRequest(new Reference("MedicationRequest/other"));
        assertThat(reader(other).read(daily()).lastGiven()).isEmpty();
    }

    @Test
    void aDoseWithoutAnOrderCountsForItsMedicine() {
        MedicationAdministration dose = given("2026-01-12T08:05:00-05:00");
        dose.setRequest(null);
        assertThat(reader(dose).read(daily()).lastGiven()).contains(dose);
    }

    @Test
    void theNextDoseFollowsTheLastByTheInterval() {
        assertThat(reader(given("2026-01-12T08:05:00-05:00")).read(daily()).nextDue())
                .contains(OffsetDateTime.parse("2026-01-13T08:05:00-05:00"));
    }

    @Test
    void whatWasOrderedStandsUntilADoseIsGivenAfterIt() {
        MedicationRequest order = daily();
        order.addExtension(
                Canonical.BASE + "/StructureDefinition/ihrp-next-dose-due",
                new DateTimeType("2026-01-13T07:00:00-05:00"));
        assertThat(reader(given("2026-01-12T08:05:00-05:00")).read(order).nextDue())
                .contains(OffsetDateTime.parse("2026-01-13T07:00:00-05:00"));
        assertThat(reader(given("2026-01-13T08:05:00-05:00")).read(order).nextDue())
                .contains(OffsetDateTime.parse("2026-01-14T08:05:00-05:00"));
    }

    @Test
    void theSupplyLastsItsDaysFromTheHandOver() {
        assertThat(new CourseReader(List.of(), List.of(), List.of(dispensed("2026-01-12T09:30:00-05:00", 7)), NEW_YORK)
                        .read(daily())
                        .until())
                .contains(OffsetDateTime.parse("2026-01-19T09:30:00-05:00"));
    }

    @Test
    void withoutSupplyAPersonIsCoveredUntilTheNextDose() {
        assertThat(reader(given("2026-01-12T08:05:00-05:00")).read(daily()).until())
                .contains(OffsetDateTime.parse("2026-01-13T08:05:00-05:00"));
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        Course course = reader().read(daily());
        assertThat(course.nextDue()).isEmpty();
        assertThat(course.until()).isEmpty();
    }

    @Test
    void aMedicineThatHoldsOffOpioidsMustGoOnWhateverItSaysOfItself() {
        MedicationRequest depot = daily().setMedication(new CodeableConcept().setText("Buprenorphine depot"));
        assertThat(CourseReader.mustGoOn(depot)).isTrue();
        Coding methadone = new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "6813", null);
        assertThat(CourseReader.mustGoOn(daily().setMedication(new CodeableConcept(methadone))))
                .isTrue();
        assertThat(CourseReader.mustGoOn(daily().setMedication(new CodeableConcept().setText("Ibuprofen"))))
                .isFalse();
    }

    @Test
    void onlyAStandingOrderForSubstanceUseMustGoOn() {
        assertThat(CourseReader.mustGoOn(daily())).isFalse();
        MedicationRequest forUse = daily();
        forUse.addExtension(Canonical.BASE + "/StructureDefinition/ihrp-moud-phase", new StringType("x"));
        assertThat(CourseReader.mustGoOn(forUse)).isTrue();
        assertThat(CourseReader.mustGoOn(forUse.copy().setStatus(MedicationRequestStatus.COMPLETED)))
                .isFalse();
        MedicationRequest asNeeded = forUse.copy();
        asNeeded.getDosageInstructionFirstRep().setAsNeeded(new BooleanType(true));
        assertThat(CourseReader.mustGoOn(asNeeded)).isFalse();
    }

    @Test
    void aDoseUnderTheOrderBeforeIsTheLastDose() {
        MedicationRequest films = daily().setStatus(MedicationRequestStatus.STOPPED);
        MedicationAdministration dose = given("2026-01-12T08:05:00-05:00");
        CourseReader reader = new CourseReader(
                List.of(films), List.of(dose), List.of(dispensed("2026-01-12T09:30:00-05:00", 7)), NEW_YORK);
        Course more = reader.read(after(films));
        assertThat(more.lastGiven()).contains(dose);
        assertThat(more.until()).as("of films in hand").contains(OffsetDateTime.parse("2026-01-19T09:30:00-05:00"));
        MedicationRequest depot = after(films).setMedication(new CodeableConcept().setText("Buprenorphine depot"));
        assertThat(reader.read(depot).lastGiven()).contains(dose);
        assertThat(reader.read(depot).nextDue())
                .as("a film says nothing of when a depot is due")
                .isEmpty();
        assertThat(reader.read(depot).until()).isEmpty();
    }

    @Test
    void ordersThatReplaceEachOtherEndTheLine() {
        MedicationRequest one = after(daily());
        MedicationRequest other = daily().setPriorPrescription(new Reference("MedicationRequest/after"));
        assertThat(new CourseReader(List.of(one, other), List.of(), List.of(), NEW_YORK).line(one))
                .containsExactly(one, other);
    }

    private static MedicationRequest after(MedicationRequest before) {
        MedicationRequest order = daily().setPriorPrescription(new Reference(before.getId()));
        order.setId("MedicationRequest/after");
        return order;
    }

    private static CourseReader reader(MedicationAdministration... given) {
        return new CourseReader(List.of(), List.of(given), List.of(), NEW_YORK);
    }

    private static MedicationRequest daily() {
        MedicationRequest order = new MedicationRequest();
        order.setId("MedicationRequest/films");
        order.setStatus(MedicationRequestStatus.ACTIVE)
                .setIntent(MedicationRequestIntent.ORDER)
                .setMedication(films())
                .getDosageInstructionFirstRep()
                .getTiming()
                .getRepeat()
                .setFrequency(1)
                .setPeriod(1)
                .setPeriodUnit(UnitsOfTime.D);
        return order;
    }

    private static MedicationAdministration given(String at) {
        return new MedicationAdministration()
                .setStatus(MedicationAdministrationStatus.COMPLETED)
                .setMedication(films())
                .setEffective(new DateTimeType(at))
                .setRequest(new Reference("MedicationRequest/films"));
    }

    private static MedicationDispense dispensed(String at, int days) {
        MedicationDispense dispense = new MedicationDispense()
                .setStatus(MedicationDispenseStatus.COMPLETED)
                .setMedication(films())
                .setDaysSupply(new Quantity().setValue(BigDecimal.valueOf(days)));
        dispense.setWhenHandedOverElement(new DateTimeType(at));
        dispense.addAuthorizingPrescription(new Reference("MedicationRequest/films"));
        return dispense;
    }

    private static CodeableConcept films() {
        return new CodeableConcept().addCoding(new Coding("urn:test", "films", "Films"));
    }
}
