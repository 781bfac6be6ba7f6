package org.manypaths.handoff.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Medication;
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
        assertThat(reader().mustGoOn(depot)).isTrue();
        Coding methadone = new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "6813", null);
        assertThat(reader().mustGoOn(daily().setMedication(new CodeableConcept(methadone))))
                .isTrue();
        assertThat(reader().mustGoOn(daily().setMedication(new CodeableConcept().setText("Ibuprofen"))))
                .isFalse();
    }

    @Test
    void onlyAStandingOrderForSubstanceUseMustGoOn() {
        assertThat(reader().mustGoOn(daily())).isFalse();
        MedicationRequest forUse = daily();
        forUse.addExtension(Canonical.BASE + "/StructureDefinition/ihrp-moud-phase", new StringType("x"));
        assertThat(reader().mustGoOn(forUse)).isTrue();
        assertThat(reader().mustGoOn(forUse.copy().setStatus(MedicationRequestStatus.COMPLETED)))
                .isFalse();
        MedicationRequest asNeeded = forUse.copy();
        asNeeded.getDosageInstructionFirstRep().setAsNeeded(new BooleanType(true));
        assertThat(reader().mustGoOn(asNeeded)).isFalse();
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
    void underAHigherDoseTheSupplyEndsEarlier() {
        MedicationRequest two = amounting(daily(), 2).setStatus(MedicationRequestStatus.STOPPED);
        MedicationRequest four = amounting(after(two), 4);
        four.setAuthoredOnElement(new DateTimeType("2026-01-14T09:30:00-05:00"));
        assertThat(until(four, two, films(28, 14)))
                .as("two days at two a day, and 24 films at four a day")
                .contains(OffsetDateTime.parse("2026-01-20T09:30:00-05:00"));
        assertThat(until(amounting(after(two), 4), two, films(28, 14)))
                .as("nobody says since when: from the hand-over")
                .contains(OffsetDateTime.parse("2026-01-19T09:30:00-05:00"));
        assertThat(until(four, two, dispensed("2026-01-12T09:30:00-05:00", 14)))
                .as("by the orders alone")
                .contains(OffsetDateTime.parse("2026-01-20T09:30:00-05:00"));
    }

    @Test
    void noDoseMakesASupplyLastLongerThanItWasHandedOverFor() {
        MedicationRequest two = amounting(daily(), 2);
        assertThat(until(amounting(after(two), 1), two, films(28, 14)))
                .contains(OffsetDateTime.parse("2026-01-26T09:30:00-05:00"));
    }

    @Test
    void aSupplyForAnotherDoseThanTheOrderSaysLastsAsLongAsItsAmount() {
        MedicationRequest four = amounting(daily(), 4);
        assertThat(until(four, four, films(28, 14))).contains(OffsetDateTime.parse("2026-01-19T09:30:00-05:00"));
    }

    @Test
    void underADoseThatNobodyCanCountNobodyKnowsWhenItEnds() {
        MedicationRequest two = amounting(daily(), 2);
        MedicationRequest more = after(two);
        more.getDosageInstructionFirstRep().setText("More");
        assertThat(until(more, two, films(28, 14))).isEmpty();
    }

    @Test
    void aSupplyThatNobodyCanBelieveIsNone() {
        for (String days : List.of("1e17", "99999999", "-5")) {
            MedicationDispense supply = dispensed("2026-01-12T09:30:00-05:00", 7);
            supply.getDaysSupply().setValue(new BigDecimal(days));
            assertThat(until(daily(), daily(), supply)).as(days).isEmpty();
        }
        MedicationAdministration last = given("9999-12-31T08:05:00-05:00");
        assertThat(reader(last).read(daily()).until())
                .as("no year that can be written")
                .isEmpty();
    }

    @Test
    void oneDoseByTheClockIsEnough() {
        MedicationRequest order = daily().setMedication(new CodeableConcept().setText("Buprenorphine"));
        order.addDosageInstruction().setText("4 mg more if needed").setAsNeeded(new BooleanType(true));
        assertThat(reader().mustGoOn(order)).isTrue();
    }

    @Test
    void aProductThatTheOrderNamesIsLookedUp() {
        Medication product = new Medication()
                .setCode(new CodeableConcept(new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "6813", null)));
        product.setId("Medication/m");
        CourseReader reader =
                new CourseReader(List.of(), List.of(), List.of(), new Products(List.of(product)), NEW_YORK);
        assertThat(reader.mustGoOn(daily().setMedication(new Reference("Medication/m"))))
                .isTrue();
        MedicationRequest within = daily().setMedication(new Reference("#p"));
        Medication own = new Medication();
        own.setId("p");
        own.setCode(new CodeableConcept().setText("Brand"))
                .addIngredient()
                .setItem(new CodeableConcept().setText("Methadone hydrochloride"));
        within.addContained(own);
        assertThat(reader().mustGoOn(within)).isTrue();
        own.setIngredient(List.of());
        assertThat(reader().mustGoOn(within)).isFalse();
        assertThat(reader().mustGoOn(daily().setMedication(new Reference("Medication/nowhere"))))
                .as("of which nothing is told")
                .isTrue();
    }

    @Test
    void aCodeWithoutASystemSaysNothingOfTheProduct() {
        CodeableConcept words = new CodeableConcept().addCoding(new Coding(null, "x", "Methadone 40 mg"));
        MedicationAdministration dose =
                given("2026-01-12T08:05:00-05:00").setRequest(null).setMedication(words.copy());
        assertThat(reader(dose).read(daily()).lastGiven()).isEmpty();
        assertThat(reader(dose)
                        .read(daily().setMedication(new CodeableConcept().setText("methadone 40 mg")))
                        .lastGiven())
                .contains(dose);
        assertThat(reader(dose)
                        .read(daily().setMedication(new CodeableConcept(new Coding(null, "x", null))))
                        .lastGiven())
                .isEmpty();
    }

    @Test
    void whileAnOrderIsOnHoldNoDoseIsDue() {
        MedicationRequest held = daily().setStatus(MedicationRequestStatus.ONHOLD);
        assertThat(reader(given("2026-01-12T08:05:00-05:00")).read(held).nextDue())
                .isEmpty();
    }

    @Test
    void ordersThatReplaceEachOtherEndTheLine() {
        MedicationRequest one = after(daily());
        MedicationRequest other = daily().setPriorPrescription(new Reference("MedicationRequest/after"));
        assertThat(new CourseReader(List.of(one, other), List.of(), List.of(), NEW_YORK).line(one))
                .containsExactly(one, other);
    }

    @Test
    void anOrderOfAnotherServerIsNoneOfThese() {
        MedicationRequest one = daily();
        MedicationRequest other = daily().setPriorPrescription(new Reference("http://127.0.0.1/other/" + one.getId()));
        other.setId("MedicationRequest/after");
        assertThat(new CourseReader(List.of(one, other), List.of(), List.of(), NEW_YORK).line(other))
                .containsExactly(other);
    }

    private static Optional<OffsetDateTime> until(
            MedicationRequest order, MedicationRequest before, MedicationDispense supply) {
        return new CourseReader(List.of(before), List.of(), List.of(supply), NEW_YORK)
                .read(order)
                .until();
    }

    private static MedicationRequest amounting(MedicationRequest order, int films) {
        order.getDosageInstructionFirstRep()
                .getDoseAndRateFirstRep()
                .setDose(new Quantity().setValue(films).setUnit("films"));
        return order;
    }

    private static MedicationDispense films(int films, int days) {
        return dispensed("2026-01-12T09:30:00-05:00", days)
                .setQuantity(new Quantity().setValue(films).setUnit("Films"));
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
