package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.refusal.Refusal;

/** Which visits and which supplies bridge a gap, and what is said of those that do not. */
class HandoffGapTest {

    private static final String NOT_COUNTED =
            "no visit with the receiving side is booked; the one on Friday 16 January "
                    + "2026, 17:00 (UTC−05:00) does not count, for its record names nobody of that side";

    @ParameterizedTest
    @ValueSource(strings = {"Organization/harbour-house", "Practitioner/amina-haddad", "Organization/other", ""})
    void aVisitWithNobodyOfTheReceivingSideBridgesNothing(String who) {
        assertThat(refusal(visit(only(who))).getMessage()).contains(NOT_COUNTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Organization/riverside", "Practitioner/sofia-reyes", "PractitionerRole/sofia-reyes"})
    void aVisitWithTheReceivingSideBridges(String who) {
        assertThat(visit(only(who)).document().getEntry()).isNotEmpty();
    }

    @Test
    void aPlaceOfTheReceivingSideIsThatSide() {
        Location room = new Location().setManagingOrganization(new Reference("Organization/riverside"));
        room.setId("Location/room");
        assertThat(visit(only("Location/room")).with(room).document().getEntry())
                .isNotEmpty();
    }

    @Test
    void somebodyOfBothSidesStandsForTheOneThatTheVisitNames() {
        Consumer<Appointment> both = visit -> {
            only("Practitioner/sofia-reyes").accept(visit);
            visit.addParticipant()
                    .setActor(new Reference("Organization/harbour-house"))
                    .setStatus(ParticipationStatus.ACCEPTED);
        };
        assertThat(refusal(visit(both)).getMessage()).contains(NOT_COUNTED);
    }

    @Test
    void somebodyWhoWorksThereNoMoreIsNotOfThatSide() {
        Rosa story = Rosa.story().change(PractitionerRole.class, "sofia-reyes", role -> role.setActive(false));
        assertThat(refusal(story).getMessage()).contains(NOT_COUNTED);
    }

    @Test
    void aVisitThatThePersonOrTheReceivingSideDeclinedBridgesNothing() {
        assertThat(refusal(visit(visit -> visit.setStatus(AppointmentStatus.BOOKED)
                                .getParticipant()
                                .get(0)
                                .setStatus(ParticipationStatus.DECLINED)))
                        .getMessage())
                .contains("no visit is booked");
        assertThat(refusal(visit(visit -> visit.setStatus(AppointmentStatus.BOOKED)
                                .getParticipant()
                                .get(1)
                                .setStatus(ParticipationStatus.DECLINED)))
                        .getMessage())
                .contains(NOT_COUNTED);
    }

    @Test
    void aVisitThatDoesNotCountIsToldAsWhatItIs() {
        DocumentFacts facts = new DocumentFacts(acknowledged(visit(visit -> visit.setStatus(AppointmentStatus.BOOKED)
                        .getParticipant()
                        .get(1)
                        .setActor(new Reference().setDisplay("Dr Tooth, dentist"))))
                .document());
        assertThat(facts.text("team-and-follow-up"))
                .contains(
                        "Another appointment: Friday 16 January 2026, 17:00 (UTC−05:00), with Dr Tooth, dentist. The record "
                                + "does not say that it is with Riverside Integrative Care.",
                        "No other appointment with Riverside Integrative Care from this moment on is told here.",
                        "and no visit with the receiving side is told here.")
                .doesNotContain("First appointment", "Next appointment");
    }

    @Test
    void aSupplyOfHoursIsNotOneOfDays() {
        assertThat(refusal(supply("72", "hours", "h")).getMessage())
                .contains("lasts until Thursday 15 January 2026, 09:30");
    }

    @Test
    void aSupplyThatCannotBeCountedBridgesNothingAndIsToldAsThat() {
        assertThat(refusal(supply("99999999", "days", "d")).getMessage())
                .contains("lasts until Tuesday 13 January 2026, 08:05");
        assertThat(new DocumentFacts(
                                acknowledged(supply("14", "films", "{film}")).document())
                        .text("medicines"))
                .contains("for 14 films, which cannot be counted: ask for how long it lasts");
    }

    @Test
    void aProductThatTheOrderNamesIsCalledByItsName() {
        Medication product = new Medication()
                .setCode(new CodeableConcept(
                        new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "6813", "methadone")));
        product.setId("Medication/rosa-product");
        Rosa story = Rosa.story()
                .with(product)
                .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.setMedication(
                                new Reference("Medication/rosa-product"))
                        .getExtension()
                        .clear())
                .change(Appointment.class, "rosa-first-kept", visit -> visit.setStatus(AppointmentStatus.CANCELLED));
        assertThat(refusal(story).getMessage()).contains("There is a gap: methadone lasts until");
        DocumentFacts facts = new DocumentFacts(acknowledged(story).document());
        assertThat(facts.text("reason")).contains("methadone must go on");
        assertThat(facts.text("medicines")).startsWith("methadone Dose");
        assertThat(facts.keys()).contains("Medication/rosa-product");
    }

    private static Rosa visit(Consumer<Appointment> change) {
        return Rosa.story().change(Appointment.class, "rosa-first-kept", change);
    }

    /** The person, and one other. */
    private static Consumer<Appointment> only(String who) {
        return visit -> {
            visit.getParticipant().remove(1);
            if (!who.isEmpty()) {
                visit.addParticipant().setActor(new Reference(who)).setStatus(ParticipationStatus.ACCEPTED);
            }
        };
    }

    private static Rosa supply(String value, String unit, String code) {
        return Rosa.story().change(MedicationDispense.class, "rosa-films", films -> films.getDaysSupply()
                .setValue(new BigDecimal(value))
                .setUnit(unit)
                .setCode(code));
    }

    private static Rosa acknowledged(Rosa story) {
        return story.onward(new Onward(
                Optional.empty(), Optional.of("Practitioner/amina-haddad"), Optional.of("Practitioner/marcus-bell")));
    }

    private static Refusal refusal(Rosa story) {
        return catchThrowableOfType(Refusal.class, story::document);
    }
}
