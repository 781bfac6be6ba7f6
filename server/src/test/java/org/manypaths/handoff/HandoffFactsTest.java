package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.manypaths.handoff.HandoffRequest.Onward;

/** A record that does not hold is told nowhere as a fact. */
class HandoffFactsTest {

    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/";

    @Nested
    class Naloxone {

        @ParameterizedTest
        @EnumSource(names = {"NOTDONE", "STOPPED", "ENTEREDINERROR", "PREPARATION"})
        void thatWasNotGivenIsNotTold(ProcedureStatus status) {
            DocumentFacts facts =
                    facts(Rosa.story().change(Procedure.class, "rosa-naloxone-kit", kit -> kit.setStatus(status)));
            assertThat(facts.text("safety"))
                    .contains("Whether the person has naloxone is not told here. Ask, and give it.")
                    .doesNotContain("Naloxone with training");
            assertThat(facts.text("goals-and-harm-reduction")).doesNotContain("Naloxone kit with training Saturday");
            assertThat(facts.entries("safety")).doesNotContain("Procedure/rosa-naloxone-kit");
        }

        @ParameterizedTest
        @EnumSource(
                mode = Mode.EXCLUDE,
                names = {"COMPLETED", "NULL"})
        void thatWasNotHandedOverIsNotTold(MedicationDispenseStatus status) {
            assertThat(handedOver("Naloxone 4 mg nasal spray", status)).contains("is not told here. Ask, and give it.");
        }

        @Test
        void inFilmsOfBuprenorphineBringsNobodyBack() {
            assertThat(handedOver("Naloxone with buprenorphine, films", MedicationDispenseStatus.COMPLETED))
                    .contains("is not told here. Ask, and give it.");
            assertThat(handedOver("Naloxone 4 mg nasal spray", MedicationDispenseStatus.COMPLETED))
                    .contains("Naloxone handed over: 11 January 2026.");
        }

        private static String handedOver(String medicine, MedicationDispenseStatus status) {
            MedicationDispense kit = new MedicationDispense();
            kit.setId("MedicationDispense/rosa-spray");
            kit.setStatus(status)
                    .setSubject(new Reference("Patient/rosa"))
                    .setMedication(new CodeableConcept().setText(medicine))
                    .setWhenHandedOverElement(new DateTimeType("2026-01-11"));
            return facts(Rosa.story()
                            .change(
                                    Procedure.class,
                                    "rosa-naloxone-kit",
                                    given -> given.setStatus(ProcedureStatus.NOTDONE))
                            .with(kit))
                    .text("safety");
        }
    }

    @Nested
    class ARisk {

        @Test
        void thatWasJudgedInErrorIsNotTold() {
            assertThat(facts(Rosa.story()
                                    .change(
                                            RiskAssessment.class,
                                            "rosa-overdose-risk",
                                            risk -> risk.setStatus(RiskAssessmentStatus.ENTEREDINERROR)))
                            .text("safety"))
                    .contains("No judgement of overdose risk is told here.")
                    .doesNotContain("Risk of an overdose:");
        }

        @Test
        void ofAnOverdoseStandsUntilAnotherIsJudged() {
            Rosa story = Rosa.story();
            RiskAssessment later =
                    story.the(RiskAssessment.class, "rosa-overdose-risk").copy();
            later.setId("RiskAssessment/rosa-later");
            later.setOccurrence(new DateTimeType("2026-01-12T09:30:00-05:00")).setPrediction(List.of());
            DocumentFacts facts = facts(story.with(later));
            assertThat(facts.text("safety"))
                    .contains(
                            "Risk of an overdose: High, judged Monday 12 January 2026, 09:00 (UTC−05:00) and not told "
                                    + "since");
            assertThat(facts.entries("safety"))
                    .contains("RiskAssessment/rosa-overdose-risk", "RiskAssessment/rosa-later");
        }

        @Test
        void ofSuicideIsNotHiddenByAQuestionThatWasNotAsked() {
            Rosa story = Rosa.story();
            Observation later =
                    story.the(Observation.class, "rosa-suicide-risk").copy();
            later.setId("Observation/rosa-not-asked");
            later.setStatus(ObservationStatus.FINAL)
                    .setValue(null)
                    .setEffective(new DateTimeType("2026-01-11"))
                    .setDataAbsentReason(new CodeableConcept().setText("not asked"));
            later.setNote(List.of()).setComponent(List.of());
            DocumentFacts facts = facts(story.with(later));
            assertThat(facts.text("safety"))
                    .contains(
                            "Risk: Low",
                            "Told on: Wednesday 7 January 2026, 17:00",
                            "Nothing was learned of it on 11 January 2026: not asked. Ask the person.");
            assertThat(facts.entries("safety")).contains("Observation/rosa-suicide-risk", "Observation/rosa-not-asked");
        }
    }

    @Nested
    class What {

        @Test
        void nobodyLearnedIsNotToldAsKnown() {
            DocumentFacts facts = facts(Rosa.story()
                    .change(
                            Procedure.class,
                            "rosa-elena-learned",
                            lesson -> lesson.setStatus(ProcedureStatus.ENTEREDINERROR)));
            assertThat(facts.text("safety")).doesNotContain("Knows what to do in an overdose");
            assertThat(facts.entries("services")).doesNotContain("Procedure/rosa-elena-learned");
        }

        @Test
        void mustNotBeDoneOrWasRevokedDoesNotGoOn() {
            assertThat(services(request -> request.setDoNotPerform(true))).doesNotContain("Ear acupuncture");
            assertThat(services(request -> request.setStatus(ServiceRequestStatus.REVOKED)))
                    .doesNotContain("Ear acupuncture");
            assertThat(services(request -> request.setIntent(ServiceRequest.ServiceRequestIntent.PROPOSAL)))
                    .doesNotContain("Ear acupuncture");
        }

        @Test
        void isLessThanANumberIsNotToldAsTheNumber() {
            Rosa story = Rosa.story()
                    .change(
                            Observation.class,
                            "rosa-withdrawal-1",
                            score -> score.setValue(
                                    new Quantity().setValue(5).setComparator(QuantityComparator.LESS_THAN)));
            assertThat(facts(story).text("use-and-withdrawal")).contains("less than 5");
        }

        @Test
        void turnsTheDirectionOfADoseIsTakenOut() {
            Rosa story = Rosa.story()
                    .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.getDosageInstructionFirstRep()
                            .setText("5 mg \u202E gm 05"));
            assertThat(facts(story).text("medicines")).contains("Dose: 5 mg").doesNotContain("\u202E");
        }

        private static String services(Consumer<ServiceRequest> change) {
            return facts(Rosa.story().change(ServiceRequest.class, "rosa-acupuncture", change))
                    .text("services");
        }
    }

    @Nested
    class AnAllergy {

        @Test
        void thatWasRefutedIsNotTold() {
            assertThat(allergies("active", "refuted")).contains("Allergies: none is told here.");
            assertThat(allergies("active", "entered-in-error")).contains("Allergies: none is told here.");
        }

        @Test
        void saysThatItIsOverOrNotConfirmed() {
            assertThat(allergies("resolved", "confirmed")).contains("Penicillin over");
            assertThat(allergies("active", "unconfirmed")).contains("Penicillin active; not confirmed");
        }

        private static String allergies(String clinical, String verification) {
            AllergyIntolerance allergy = HandoffDocumentTest.penicillin();
            allergy.getClinicalStatus()
                    .addCoding(new Coding(SYSTEMS + "allergyintolerance-clinical", clinical, clinical));
            allergy.getVerificationStatus()
                    .addCoding(new Coding(SYSTEMS + "allergyintolerance-verification", verification, verification));
            return facts(Rosa.story().with(allergy)).text("conditions-and-allergies");
        }
    }

    @Test
    void aConditionSaysThatItIsTentative() {
        Rosa story = Rosa.story().change(Condition.class, "rosa-grief", grief -> grief.getVerificationStatus()
                .getCodingFirstRep()
                .setCode("provisional"));
        assertThat(facts(story).text("conditions-and-allergies"))
                .contains("Prolonged grief active; tentative, not confirmed");
    }

    @Test
    void whoHasLeftTheTeamIsNotInIt() {
        Rosa story = Rosa.story().change(CareTeam.class, "rosa", team -> team.getParticipant().stream()
                .filter(member -> member.getMember().getReference().equals("Practitioner/amina-haddad"))
                .forEach(member -> member.setPeriod(HoldsTest.period("2026-01-09", "2026-01-11"))));
        assertThat(facts(story).text("team-and-follow-up"))
                .contains("Elena Delgado sister")
                .doesNotContain("Haddad");
    }

    @Test
    void anOldNumberIsNoNumber() {
        Rosa story = Rosa.story().change(Organization.class, "harbour-house", place -> place.getTelecom()
                .forEach(HandoffFactsTest::grewOld));
        assertThat(facts(story).text("medicines")).contains("To verify: Harbour House: no number");
    }

    @Test
    void aNumberIsToldWhileItIsInUse() {
        assertThat(facts(Rosa.story()).text("team-and-follow-up")).contains("+1-845-555-0142");
        Rosa story = Rosa.story().change(RelatedPerson.class, "rosa-elena", sister -> sister.getTelecomFirstRep()
                .setPeriod(HoldsTest.period("2025-01-01", "2026-01-11")));
        assertThat(facts(story).text("team-and-follow-up")).doesNotContain("+1-845-555-0142");
    }

    private static void grewOld(ContactPoint contact) {
        contact.setUse(ContactPointUse.OLD);
    }

    @Test
    void useAfterAJudgementStandsBesideIt() {
        assertThat(facts(Rosa.story()).text("safety")).doesNotContain("Used again since");
        assertThat(facts(later()).text("safety")).contains("Used again since: Wednesday 28 January 2026, 23:00");
    }

    @Test
    void howAMedicineIsTakenIsTold() {
        assertThat(facts(later()).text("medicines"))
                .contains("how it is taken: Some doses missed; doses missed in seven days: 1");
    }

    @Test
    void aPlanThatHasEndedSaysSo() {
        assertThat(facts(Rosa.story()).text("reason")).doesNotContain("This plan has ended");
        assertThat(facts(later()).text("reason"))
                .contains("This plan has ended, on 30 January 2026. Ask which plan stands now.");
    }

    private static Rosa later() {
        return Rosa.story()
                .asOf("2026-02-01T09:00:00-05:00")
                .onward(new Onward(
                        Optional.empty(),
                        Optional.of("Practitioner/amina-haddad"),
                        Optional.of("Practitioner/marcus-bell")));
    }

    private static DocumentFacts facts(Rosa story) {
        return new DocumentFacts(story.document());
    }
}
