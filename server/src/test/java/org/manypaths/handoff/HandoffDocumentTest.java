package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.handoff.section.Notice;
import org.manypaths.refusal.Refusal;
import org.manypaths.testkit.Fhir;

/** What Riverside reads when Rosa leaves Harbour House on Monday 12 January 2026, a quarter to ten. */
class HandoffDocumentTest {

    private static final DocumentFacts DOCUMENT = new DocumentFacts(Rosa.story().document());

    @Nested
    class Rosas {

        @Test
        void saysWhatIsNeededByWhen() {
            assertThat(DOCUMENT.text("reason"))
                    .contains(
                            "Harbour House hands the care of Rosa María Delgado over to Riverside Integrative Care",
                            "The stay: Monday 5 January 2026, 09:30 (UTC−05:00) to Monday 12 January 2026, 10:00 (UTC−05:00).",
                            "Asked for: Outpatient care with prescribing and psychotherapy; from 12 January 2026.",
                            "the next dose is due on Tuesday 13 January 2026, 08:05",
                            "the supply lasts until Monday 19 January 2026, 09:30");
        }

        @Test
        void tellsTheLastDoseFromTheAdministration() {
            assertThat(DOCUMENT.text("medicines"))
                    .contains(
                            "Last dose given: Monday 12 January 2026, 08:05 (UTC−05:00); two films of 8 mg and 2 mg under the "
                                    + "tongue; Lena Brandt; seen: yes",
                            "Phase: Finding the dose",
                            "To verify: Harbour House: +1-845-555-0110; whether somebody answers at any hour is not recorded",
                            "stance on buprenorphine: Willing to try",
                            "“I do not want a new chain. Tell me where the key is and I will try.” — Rosa");
            Extension supply = DOCUMENT.section("medicines")
                    .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-medicine-supply");
            assertThat(((Reference) supply.getExtensionByUrl("lastGiven").getValue()).getReference())
                    .isEqualTo("MedicationAdministration/rosa-dose-last");
            assertThat(supply.getExtensionByUrl("supplyUntil").getValue().primitiveValue())
                    .isEqualTo("2026-01-19T09:30:00-05:00");
        }

        @Test
        void putsSafetyAmongTheFirst() {
            assertThat(DOCUMENT.composition().getSection())
                    .extracting(section -> section.getCode().getCodingFirstRep().getCode())
                    .startsWith("reason", "safety", "medicines", "team-and-follow-up")
                    .hasSize(12);
            assertThat(DOCUMENT.text("safety"))
                    .contains(
                            "Tolerance: lost",
                            "Last use that this judgement knew of: Sunday 4 January 2026, 22:00 (UTC−05:00)",
                            "Risk of an overdose: High",
                            "Naloxone with training: Saturday 10 January 2026, 15:00 (UTC−05:00).",
                            "Knows what to do in an overdose: Elena Delgado",
                            "Company when using fentanyl: alone.",
                            "8 June 2024 fentanyl Not intended yes yes yes",
                            "Who responds: Elena, then Harbour House");
        }

        @Test
        void tellsEachSubstanceByItself() {
            assertThat(DOCUMENT.text("stage-and-meaning"))
                    .contains(
                            "alcohol Getting ready for a change (Preparation) Reduced quantity",
                            "fentanyl Making the change (Action) Time-limited abstinence trial",
                            "cigarettes No change intended for now (Precontemplation)",
                            "fentanyl Ease grief or loss 10",
                            "“I did not get lost in the drug. I got lost in that room");
            assertThat(DOCUMENT.entries("stage-and-meaning"))
                    .contains("Observation/rosa-stage-opioids-day-5")
                    .doesNotContain("Observation/rosa-stage-opioids-day-3");
        }

        @Test
        void tellsTheCourseOfWithdrawalInItsOrder() {
            assertThat(DOCUMENT.text("use-and-withdrawal"))
                    .containsSubsequence(
                            "Monday 5 January 2026, 11:30 (UTC−05:00) Clinical Opiate Withdrawal Scale total 15 Moderate",
                            "Monday 5 January 2026, 20:00",
                            "18 Moderate",
                            "9 Mild",
                            "Thursday 8 January 2026, 08:00 (UTC−05:00) Clinical Opiate Withdrawal Scale total 3 None")
                    .containsSubsequence(
                            "Use of fentanyl, as the person tells it Now: Uses at present Days in 30: 30 days Amount a day: "
                                    + "three to four bags Route: Snorting, Smoking Last use: Sunday 4 January 2026, 22:00 "
                                    + "(UTC−05:00) Company: Alone Supply: Content unknown",
                            "“It is quiet then.");
        }

        @Test
        void tellsGoalsInHerWords() {
            assertThat(DOCUMENT.text("goals-and-harm-reduction"))
                    .contains(
                            "“The cigarettes are mine for now. Ask me again in spring.” — Rosa",
                            "Direction: Undecided - exploring",
                            "Naloxone kit with training Saturday 10 January 2026, 15:00 (UTC−05:00) Marcus Bell");
        }

        @Test
        void tellsWhatToDoWhenUseReturns() {
            assertThat(DOCUMENT.text("return-to-use-plan"))
                    .containsSubsequence(
                            "Warning sign: The room comes back at night",
                            "Safer use: If I use: not alone",
                            "Overdose response: Elena: naloxone, ambulance, stay.",
                            "Afterwards: Come on the next day. Nobody counts.");
        }

        @Test
        void namesTheTeamAndTheFirstAppointment() {
            assertThat(DOCUMENT.text("team-and-follow-up"))
                    .contains(
                            "Sofia Reyes prescriber Riverside Integrative Care +1-845-555-0121",
                            "Elena Delgado sister – +1-845-555-0142",
                            "Next appointment: Friday 16 January 2026, 17:00 (UTC−05:00), with Sofia Reyes.")
                    .doesNotContain("gap");
        }

        @Test
        void bringsTherapyAndPracticesTogether() {
            assertThat(DOCUMENT.text("services"))
                    .contains(
                            "Complementary treatment Ear acupuncture Mei Chen 2 times a week",
                            "Psychotherapy Integrative harm reduction psychotherapy Tom Okello",
                            "Mutual aid or peer support Peer support Marcus Bell");
        }

        @Test
        void doesNotKnowWhatCameLater() {
            assertThat(DOCUMENT.json())
                    .doesNotContain("2026-01-28", "rosa-week-4", "rosa-thirty-again", "rosa-grief-c");
        }

        @Test
        void carriesTheNoticeAndTheConsentItRestsOn() {
            assertThat(DOCUMENT.text("what-travels")).contains(Notice.STATEMENT, "My plan, my goals, my medicine");
            assertThat(DOCUMENT.keys()).contains("Consent/rosa-consent-riverside");
            assertThat(DOCUMENT.composition()
                            .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-redisclosure-notice")
                            .getValue()
                            .primitiveValue())
                    .startsWith("This record which has been disclosed to you")
                    .doesNotContain("criminally investigate");
        }
    }

    @Nested
    class AnyDocument {

        @Test
        void standsAlone() {
            assertThat(DOCUMENT.keys()).containsAll(DOCUMENT.references()).doesNotHaveDuplicates();
        }

        @Test
        void isTheSameForTheSameInput() {
            assertThat(new DocumentFacts(Rosa.story().document()).json()).isEqualTo(DOCUMENT.json());
        }

        @Test
        void doesNotDependOnTheOrderInWhichRecordsAreRead() {
            Rosa story = Rosa.story();
            Collections.reverse(story.records());
            assertThat(new DocumentFacts(story.document()).json()).isEqualTo(DOCUMENT.json());
        }

        @Test
        void isAnotherWithAnotherWord() {
            Rosa story = Rosa.story().change(Observation.class, "rosa-insight", insight -> insight.getValueStringType()
                    .setValue("No."));
            DocumentFacts other = new DocumentFacts(story.document());
            assertThat(other.bundle().getIdentifier().getValue())
                    .isNotEqualTo(DOCUMENT.bundle().getIdentifier().getValue());
            assertThat(other.composition().getIdentifier().getValue())
                    .isEqualTo(DOCUMENT.composition().getIdentifier().getValue());
        }

        @Test
        void provesItsDigestAfterAnotherProgramHasReadAndWrittenIt() {
            String stated = DocumentDigest.stated(DOCUMENT.bundle()).orElseThrow();
            String xml = Fhir.CONTEXT.newXmlParser().encodeResourceToString(DOCUMENT.bundle());
            String again = Fhir.CONTEXT
                    .newJsonParser()
                    .encodeResourceToString(Fhir.CONTEXT.newXmlParser().parseResource(xml));
            assertThat(DocumentDigest.of(again)).isEqualTo(stated);
        }

        @Test
        void givesEachSectionEntriesOrAReason() {
            assertThat(DOCUMENT.composition().getSection())
                    .allSatisfy(section -> assertThat(section.hasEntry() != section.hasEmptyReason())
                            .as(section.getTitle())
                            .isTrue());
        }

        @Test
        void saysForEverybodyThatItMayBeIncomplete() {
            assertThat(DOCUMENT.text("what-travels")).startsWith("This document may be incomplete.");
        }
    }

    @Nested
    class WhereSomethingIsMissing {

        @Test
        void anUntoldAllergyIsNotANoAllergy() {
            assertThat(DOCUMENT.text("conditions-and-allergies")).contains("Allergies: none is told here.");
            Rosa told = Rosa.story().with(penicillin());
            assertThat(new DocumentFacts(told.document()).text("conditions-and-allergies"))
                    .contains("Penicillin")
                    .doesNotContain("none is told");
        }

        @Test
        void whatWasNotAskedIsToldAsNotAsked() {
            Rosa story = Rosa.story().change(Observation.class, "rosa-suicide-risk", risk -> {
                risk.setValue(null);
                risk.setDataAbsentReason(new CodeableConcept()
                        .addCoding(new Coding(
                                "http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-asked", "Not Asked")));
            });
            assertThat(new DocumentFacts(story.document()).text("safety")).contains("Suicide Risk: not asked");
            Rosa untold = Rosa.story().without("Observation/rosa-suicide-risk");
            assertThat(new DocumentFacts(untold.document()).text("safety")).contains("Suicide risk is not told here.");
        }

        @Test
        void whatIsKeptBackLooksLikeWhatIsNotThere() {
            Rosa without = Rosa.story().without("Observation/rosa-insight");
            Rosa keptBack = Rosa.story().change(Observation.class, "rosa-insight", insight -> insight.getExtension()
                    .clear());
            assertThat(new DocumentFacts(keptBack.document()).json())
                    .isEqualTo(new DocumentFacts(without.document()).json());
        }

        @Test
        void withoutADoseTheReasonIsCoded() {
            DocumentFacts facts = new DocumentFacts(Rosa.story()
                    .without("MedicationAdministration/rosa-dose-last", "MedicationAdministration/rosa-dose-first")
                    .document());
            assertThat(facts.text("medicines"))
                    .contains(
                            "Last dose given: Not known: no dose under this order is recorded as given at the sending side.");
            assertThat(facts.section("medicines")
                            .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-medicine-supply")
                            .getExtensionByUrl("lastGivenUnknown")
                            .getValue()
                            .primitiveValue())
                    .isEqualTo("not-given-here");
        }

        @Test
        void withoutAMedicineItSaysThatNoneWasOffered() {
            assertThat(noMedicine(withoutMedicine().without("Observation/rosa-stance-day-2")))
                    .isEqualTo("not-offered");
        }

        @Test
        void aDeclinedMedicineIsToldWithTheWords() {
            Rosa story = withoutMedicine().change(Observation.class, "rosa-stance-day-2", stance -> {
                stance.getFocus().clear();
                stance.setValue(new CodeableConcept()
                        .addCoding(new Coding(
                                Canonical.BASE + "/CodeSystem/ihrp-medication-buy-in",
                                "declined",
                                "Declined for now")));
            });
            assertThat(noMedicine(story)).isEqualTo("declined");
            assertThat(new DocumentFacts(story.document()).text("medicines")).contains("I do not want a new chain.");
        }

        @Test
        void sectionsWithoutEntriesSayThatNothingIsAvailable() {
            DocumentFacts facts = new DocumentFacts(
                    Rosa.story().without("CarePlan/rosa-return-to-use").document());
            assertThat(facts.section("return-to-use-plan")
                            .getEmptyReason()
                            .getCodingFirstRep()
                            .getCode())
                    .isEqualTo("unavailable");
        }

        @Test
        void thePersonsCorrectionTravels() {
            Rosa story = Rosa.story().change(Observation.class, "rosa-use-alcohol", use -> {
                Extension amendment = use.addExtension();
                amendment.setUrl(Canonical.BASE + "/StructureDefinition/ihrp-person-amendment");
                amendment.addExtension("kind", new CodeType("correction"));
                amendment.addExtension("text", new StringType("Four drinks, not five."));
            });
            assertThat(new DocumentFacts(story.document()).text("preferences"))
                    .contains("“Four drinks, not five.” — the person’s correction");
        }

        @Test
        void theRulesOfSafeContactTravel() {
            Rosa story = Rosa.story().change(Patient.class, "rosa", person -> {
                Extension contact = person.addExtension();
                contact.setUrl(Canonical.BASE + "/StructureDefinition/ihrp-safe-contact");
                contact.addExtension("contact", new ContactPoint().setValue("+1-845-555-0141"));
                contact.addExtension("voicemail", new BooleanType(false));
                contact.addExtension("callerName", new StringType("Marcus"));
            });
            assertThat(new DocumentFacts(story.document()).text("preferences"))
                    .contains("Reach at: +1-845-555-0141", "A message may be left: no", "Call under the name: Marcus");
        }

        private Rosa withoutMedicine() {
            return Rosa.story()
                    .change(
                            MedicationRequest.class,
                            "rosa-buprenorphine",
                            order -> order.setStatus(MedicationRequestStatus.CANCELLED));
        }

        private String noMedicine(Rosa story) {
            return new DocumentFacts(story.document())
                    .section("medicines")
                    .getExtensionByUrl(Canonical.BASE + "/StructureDefinition/ihrp-no-medicine")
                    .getValue()
                    .primitiveValue();
        }
    }

    static AllergyIntolerance penicillin() {
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.setId("AllergyIntolerance/rosa-penicillin");
        allergy.setPatient(new Reference("Patient/rosa")).setCode(new CodeableConcept().setText("Penicillin"));
        return allergy;
    }

    static List<String> codes(Refusal refusal) {
        return refusal.issues().stream().map(issue -> issue.code()).toList();
    }
}
