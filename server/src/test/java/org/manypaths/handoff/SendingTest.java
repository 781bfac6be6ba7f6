package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Purpose;
import org.manypaths.handoff.HandoffRequest.Decision;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.refusal.Refusal;

/** What stops a handoff, and what the receiver learns of it: nothing. */
class SendingTest {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    @Nested
    class Consents {

        @Test
        void nothingGoesWithoutOne() {
            assertThat(refused(Rosa.story().without("Consent/rosa-consent-riverside")))
                    .isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void aRevokedOneLetsNothingGo() {
            assertThat(refused(Rosa.story().revoked())).isEqualTo("handoff/nothing-may-go");
            assertThat(refused(Rosa.story().revoked().restingOn("rosa-consent-riverside")))
                    .isEqualTo("handoff/consent-not-in-force");
        }

        @Test
        void oneForSomebodyElseLetsNothingGo() {
            assertThat(refused(Rosa.story().to("open-door"))).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneForAnotherPurposeLetsNothingGo() {
            assertThat(refused(Rosa.story().purpose(Purpose.PAYMENT))).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneThatIsNotSignedLetsNothingGo() {
            Rosa unsigned =
                    Rosa.story().change(Consent.class, "rosa-consent-riverside", consent -> consent.setSource(null));
            assertThat(refused(unsigned)).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneThatLacksTheRightToRevokeLetsNothingGo() {
            Rosa deficient = Rosa.story()
                    .change(Consent.class, "rosa-consent-riverside", consent -> consent.getExtension()
                            .removeIf(extension -> extension.getUrl().endsWith("ihrp-consent-statement")));
            assertThat(refused(deficient)).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneThatKeepsAllBackIsStrongerWhateverElseWasSigned() {
            Consent denial = new Consent();
            denial.setId("nothing-to-anybody");
            denial.setStatus(Consent.ConsentState.ACTIVE)
                    .setPatient(new Reference("Patient/rosa"))
                    .setDateTimeElement(new DateTimeType("2026-01-10T09:00:00-05:00"));
            denial.setSource(new Attachment().setTitle("On paper"));
            denial.addExtension(
                    "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-consent-statement",
                    new CodeType("revocation"));
            denial.getProvision().setType(ConsentProvisionType.DENY);
            assertThat(refused(Rosa.story().with(denial))).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneThatSomebodyElseSignedLetsNothingGo() {
            Rosa represented = Rosa.story()
                    .change(Consent.class, "rosa-consent-riverside", consent -> consent.getPerformer()
                            .get(0)
                            .setReference("RelatedPerson/rosa-sister"));
            assertThat(refused(represented)).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void oneOfAMinorLetsNothingGoWhereNoStatesRuleIsSet() {
            Rosa minor = Rosa.story()
                    .change(Patient.class, "rosa", person -> person.setBirthDateElement(new DateType("2009-03-02")));
            assertThat(refused(minor)).isEqualTo("handoff/nothing-may-go");
        }

        @Test
        void anUnknownOneIsNamed() {
            assertThat(refused(Rosa.story().restingOn("nobody"))).isEqualTo("handoff/consent-unknown");
        }

        @Test
        void theNamedOneIsEnough() {
            assertThat(Rosa.story()
                            .restingOn("rosa-consent-riverside")
                            .document()
                            .getEntry())
                    .isNotEmpty();
        }
    }

    @Nested
    class WordsThatStay {

        @Test
        void meaningsThatAreNotMarkedShareableStay() {
            Rosa story = Rosa.story().change(Observation.class, "rosa-meaning-grief", meaning -> meaning.getExtension()
                    .clear());
            DocumentFacts facts = new DocumentFacts(story.document());
            assertThat(facts.json()).doesNotContain("Mateo laughing", "rosa-meaning-grief");
            assertThat(facts.text("stage-and-meaning")).contains("Numb trauma-related distress");
        }

        @Test
        void therapistsRatingsOfTheWorkStay() {
            DocumentFacts facts = new DocumentFacts(
                    Rosa.story().asOf("2026-01-12T09:45:00-05:00").document());
            assertThat(facts.keys()).doesNotContain("Observation/rosa-alliance-tom");
        }
    }

    @Nested
    class SafetyFactsKeptBack {

        @Test
        void areShownToTheSenderFirst() {
            Refusal refusal = refusal(keepingBackOpioids());
            assertThat(HandoffDocumentTest.codes(refusal)).contains("handoff/safety-fact-kept-back");
            assertThat(refusal.getMessage()).contains("opioid agonist", "MedicationRequest/rosa-buprenorphine");
        }

        @Test
        void goUnsaidOnceThePersonHasDecided() {
            DocumentFacts facts = new DocumentFacts(keepingBackOpioids()
                    .onward(new Onward(
                            Optional.of(new Decision("Practitioner/amina-haddad", Optional.of("Not that."))),
                            Optional.of("Practitioner/amina-haddad"),
                            Optional.of("Practitioner/marcus-bell")))
                    .document());
            assertThat(facts.json()).doesNotContain("buprenorphine", "rosa-overdose-2024", "Not that.", "withheld");
            assertThat(facts.text("medicines"))
                    .contains("That does not say that there are none: ask the person.")
                    .doesNotContain("offered");
            assertThat(facts.keys()).containsAll(facts.references());
        }

        private Rosa keepingBackOpioids() {
            return Rosa.story().change(Consent.class, "rosa-consent-riverside", consent -> consent.getProvision()
                    .addProvision()
                    .setType(ConsentProvisionType.DENY)
                    .addSecurityLabel(new Coding(ACT_CODE, "OPIOIDUD", "opioid use disorder")));
        }
    }

    @Nested
    class TheGap {

        @Test
        void stopsTheSendingAndIsNamed() {
            Refusal refusal = refusal(withoutVisit());
            assertThat(HandoffDocumentTest.codes(refusal)).containsExactly("handoff/gap");
            assertThat(refusal.getMessage())
                    .contains(
                            "There is a gap: buprenorphine 8 MG / naloxone 2 MG Sublingual Film lasts until Monday 19 "
                                    + "January 2026, 09:30 (UTC−05:00), and no visit is booked.");
        }

        @Test
        void isNoGapWithAVisitBeforeTheSupplyEnds() {
            assertThat(Rosa.story().document().getEntry()).isNotEmpty();
        }

        @Test
        void opensWhenTheSupplyIsUnknown() {
            Rosa story =
                    Rosa.story().change(MedicationDispense.class, "rosa-films", films -> films.setDaysSupply(null));
            assertThat(refusal(story).getMessage()).contains("lasts until Tuesday 13 January 2026, 08:05");
        }

        @Test
        void whoKnowsOfItNeedsSomebodyWhoLooks() {
            assertThat(refused(withoutVisit()
                            .onward(new Onward(
                                    Optional.empty(), Optional.of("Practitioner/amina-haddad"), Optional.empty()))))
                    .isEqualTo("handoff/outreach-missing");
        }

        @Test
        void nobodyUnknownCanKnowOfIt() {
            assertThat(refused(withoutVisit()
                            .onward(new Onward(
                                    Optional.empty(),
                                    Optional.of("Practitioner/ghost"),
                                    Optional.of("Practitioner/marcus-bell")))))
                    .isEqualTo("handoff/gap-name-unknown");
        }

        @Test
        void nobodyWithoutANameToReadCanKnowOfIt() {
            Rosa story = withoutVisit()
                    .change(
                            Practitioner.class,
                            "amina-haddad",
                            who -> who.setName(List.of(new HumanName().setFamily("\u3164\u200B"))));
            assertThat(refused(knownBy(story, "Practitioner/amina-haddad"))).isEqualTo("handoff/gap-name-unknown");
            PractitionerRole role = new PractitionerRole();
            role.setId("nameless");
            role.getOrganization().setReference("Organization/harbour-house");
            assertThat(refused(knownBy(withoutVisit().with(role), "PractitionerRole/nameless")))
                    .isEqualTo("handoff/gap-name-unknown");
        }

        @Test
        void nobodyOfAThirdPlaceCanKnowOfIt() {
            Practitioner elsewhere = new Practitioner().addName(new HumanName().setText("Ines Ortega"));
            elsewhere.setId("ines");
            Rosa story = withoutVisit().with(elsewhere);
            for (String name : List.of("Practitioner/ines", "Organization/open-door")) {
                assertThat(refused(knownBy(story, name))).isEqualTo("handoff/gap-name-unknown");
            }
            PractitionerRole role = new PractitionerRole();
            role.setId("ines-at-riverside");
            role.getPractitioner().setReference("Practitioner/ines");
            role.getOrganization().setReference("Organization/riverside");
            assertThat(new DocumentFacts(knownBy(story.with(role), "Practitioner/ines")
                                    .document())
                            .text("team-and-follow-up"))
                    .contains("Ines Ortega knows of the gap");
            assertThat(knownBy(story, "CareTeam/rosa").document().getEntry()).isNotEmpty();
        }

        private Rosa knownBy(Rosa story, String who) {
            return story.onward(
                    new Onward(Optional.empty(), Optional.of(who), Optional.of("Practitioner/marcus-bell")));
        }

        @Test
        void travelsWithAnOwnerAndThreeDeadlines() {
            DocumentFacts facts = new DocumentFacts(withoutVisit()
                    .onward(new Onward(
                            Optional.empty(),
                            Optional.of("Practitioner/amina-haddad"),
                            Optional.of("Practitioner/marcus-bell")))
                    .document());
            assertThat(facts.text("team-and-follow-up"))
                    .contains(
                            "Haddad knows of the gap and sends all the same.",
                            "Marcus Bell looks for the person",
                            "by Tuesday 20 January 2026, 09:30 (UTC−05:00), by Wednesday 21 January 2026, 09:30 "
                                    + "(UTC−05:00), by Thursday 22 January 2026, 09:30 (UTC−05:00).");
        }

        private Rosa withoutVisit() {
            return Rosa.story()
                    .change(
                            Appointment.class,
                            "rosa-first-kept",
                            visit -> visit.setStatus(AppointmentStatus.CANCELLED));
        }
    }

    private static String refused(Rosa story) {
        return HandoffDocumentTest.codes(refusal(story)).get(0);
    }

    private static Refusal refusal(Rosa story) {
        return catchThrowableOfType(Refusal.class, story::document);
    }
}
