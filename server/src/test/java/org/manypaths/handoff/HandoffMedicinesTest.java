package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.conformance.Canonical;

/** Medicines that have ended, or in whose place others came: what was given was given. */
class HandoffMedicinesTest {

    @Test
    void aMedicineThatHasEndedIsToldWithItsLastDose() {
        Rosa story = stopped(Rosa.story());
        assertThat(new DocumentFacts(story.document())
                        .section("medicines")
                        .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-no-medicine")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("ended");
        assertThat(new DocumentFacts(story.document()).text("medicines"))
                .contains(
                        "was ordered and has ended. The last dose was given on Monday 12 January 2026, 08:05",
                        "The person’s own stance")
                .doesNotContain("None was offered");
    }

    @Test
    void aMedicineInWhosePlaceAnotherCameLaterStoodAtTheMoment() {
        String before = new DocumentFacts(Rosa.story().document()).text("medicines");
        assertThat(new DocumentFacts(replaced(stopped(Rosa.story()), "2026-02-03T10:00:00-05:00")
                                .document())
                        .text("medicines"))
                .isEqualTo(before);
    }

    @Test
    void aMedicineInThePlaceOfAnotherIsToldWithTheLastDoseOfThatOne() {
        assertThat(new DocumentFacts(replaced(stopped(Rosa.story()), "2026-01-12T09:00:00-05:00")
                                .document())
                        .text("medicines"))
                .contains(
                        "Last dose given: Monday 12 January 2026, 08:05",
                        "under the order before this one",
                        "The person’s own stance")
                .doesNotContain("has ended");
    }

    @Test
    void aMedicineThatWasRecordedAsEndedBeforeHadEndedByItself() {
        Rosa story = replaced(stopped(Rosa.story()), "2026-02-03T10:00:00-05:00")
                .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.getMeta()
                        .setLastUpdatedElement(new InstantType("2026-01-12T09:00:00-05:00")));
        assertThat(new DocumentFacts(story.document()).text("medicines")).contains("was ordered and has ended.");
    }

    @Test
    void anOrderOnHoldIsToldAsThat() {
        Rosa story = Rosa.story().change(MedicationRequest.class, "rosa-buprenorphine", order -> order.setStatus(
                        MedicationRequestStatus.ONHOLD)
                .setStatusReason(new CodeableConcept().setText("she was too drowsy")));
        assertThat(new DocumentFacts(story.document()).text("medicines"))
                .contains(
                        "Standing: on hold, not given for now; reason: she was too drowsy Dose:",
                        "Next dose: none is due while the order is on hold")
                .doesNotContain("due on");
    }

    @ParameterizedTest
    @CsvSource({
        "Two films in the morning, Dose: Two films in the morning Phase",
        "daily, Dose: daily (2 films) Phase",
        "12 hours apart, Dose: 12 hours apart (2 films) Phase",
        "', as codes', 'Dose: 2 films, once a day, under the tongue Phase'"
    })
    void theDoseIsToldAlsoWhereTheWordsLeaveItOut(String words, String told) {
        Rosa story = Rosa.story()
                .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.getDosageInstructionFirstRep()
                        .setText(words.endsWith("codes") ? null : words));
        assertThat(new DocumentFacts(story.document()).text("medicines")).contains(told);
    }

    @Test
    void aNextDoseThatTheWordsLeaveOpenIsNotComputed() {
        Rosa story = Rosa.story()
                .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.getDosageInstructionFirstRep()
                        .setText("Two films twice a day")
                        .getTiming()
                        .getRepeat()
                        .setFrequency(2))
                .change(MedicationDispense.class, "rosa-films", films -> films.getQuantity()
                        .setValue(28));
        assertThat(new DocumentFacts(story.document()).text("medicines"))
                .contains(
                        "Next dose: when it is due is not known, and is not computed from what was ordered: “Two films "
                                + "twice a day”");
        assertThat(new DocumentFacts(story.document()).text("reason"))
                .contains("when the next dose is due is not known, and is not computed");
    }

    private static Rosa stopped(Rosa story) {
        return story.change(
                MedicationRequest.class,
                "rosa-buprenorphine",
                order -> order.setStatus(MedicationRequestStatus.STOPPED));
    }

    private static Rosa replaced(Rosa story, String since) {
        MedicationRequest depot =
                story.the(MedicationRequest.class, "rosa-buprenorphine").copy();
        depot.setId("MedicationRequest/rosa-depot");
        depot.getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-next-dose-due")
                .setValue(new DateTimeType("2026-02-09T08:00:00-05:00"));
        depot.setStatus(MedicationRequestStatus.ACTIVE)
                .setMedication(new CodeableConcept().setText("Buprenorphine depot"))
                .setAuthoredOnElement(new DateTimeType(since))
                .setPriorPrescription(new Reference("MedicationRequest/rosa-buprenorphine"));
        return story.with(depot);
    }
}
