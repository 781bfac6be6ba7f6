package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.page.DocumentPage;

/** What a clinician reads in the sentences of the document, and must not read wrong. */
class HandoffWordsTest {

    private static final DocumentFacts DOCUMENT = new DocumentFacts(Rosa.story().document());
    private static final String NOVEMBER = "2026-11-02T09:00:00-05:00";

    @Test
    void theCompanyInWhichSomebodyUsesIsSaidToBeThat() {
        assertThat(DOCUMENT.text("safety"))
                .contains("Company when using alcohol: it varies, sometimes alone, sometimes not.")
                .doesNotContain("Uses alcohol");
    }

    @Test
    void whatWasSaidBackIsSaidOnce() {
        assertThat(DOCUMENT.text("medicines"))
                .contains("Said back in their own words: Understood")
                .doesNotContain("Understood: Understood");
    }

    @Test
    void everyTimeOfDayHasItsDistanceToUtc() {
        assertThat(DOCUMENT.composition().getSection())
                .extracting(section ->
                        DOCUMENT.text(section.getCode().getCodingFirstRep().getCode()))
                .noneMatch(text -> text.matches(".*\\d{4}, \\d{2}:\\d{2}(?! \\(UTC).*"));
        assertThat(new DocumentPage().forBrowser(DOCUMENT.bundle(), "style.css"))
                .contains("<td>Monday 12 January 2026, 09:45 (UTC−05:00)</td>");
    }

    @Nested
    class TheTeam {

        @Test
        void isNamedWithTheOrganizationsThatPeopleWorkFor() {
            assertThat(DOCUMENT.text("team-and-follow-up"))
                    .contains(
                            "Amina Haddad physician Harbour House",
                            "Marcus Bell peer specialist Open Door",
                            "The team is held together by Riverside Integrative Care, +1-845-555-0120.");
        }

        @Test
        void isNamedWithTheOneThatSomebodyStandsFor() {
            Rosa story = Rosa.story().change(CareTeam.class, "rosa", team -> team.getParticipant().stream()
                    .filter(member -> member.getMember().getReference().endsWith("marcus-bell"))
                    .forEach(member -> member.setOnBehalfOf(new Reference("Organization/riverside"))));
            assertThat(new DocumentFacts(story.document()).text("team-and-follow-up"))
                    .contains("Marcus Bell peer specialist Riverside Integrative Care");
        }
    }

    @Nested
    class TheVisits {

        @Test
        void thatWereMissedAreToldBeforeTheNext() {
            assertThat(DOCUMENT.text("team-and-follow-up"))
                    .containsSubsequence(
                            "A visit was booked for Wednesday 14 January 2026, 09:00 (UTC−05:00), with Sofia Reyes. It was "
                                    + "missed.",
                            "Next appointment: Friday 16 January 2026, 17:00 (UTC−05:00), with Sofia Reyes. The person "
                                    + "came.",
                            "told as it is recorded now");
            assertThat(DOCUMENT.entries("team-and-follow-up"))
                    .contains("Appointment/rosa-first-missed", "Appointment/rosa-first-kept");
        }

        @Test
        void thatAreOnlyBookedAreNotSaidToBeMore() {
            Rosa story = Rosa.story()
                    .without("Appointment/rosa-first-kept")
                    .change(Appointment.class, "rosa-first-missed", visit -> visit.setStatus(AppointmentStatus.BOOKED));
            assertThat(new DocumentFacts(story.document()).text("team-and-follow-up"))
                    .contains("First appointment: Wednesday 14 January 2026, 09:00 (UTC−05:00), with Sofia Reyes.")
                    .doesNotContain("missed", "came", "recorded now");
        }
    }

    @Nested
    class LongAfter {

        @Test
        void whatWasDueIsToldAsPast() {
            DocumentFacts facts = inNovember();
            assertThat(facts.text("reason"))
                    .contains(
                            "the next dose was due on Tuesday 13 January 2026, 08:05 (UTC−05:00); the supply lasted until "
                                    + "Monday 19 January 2026, 09:30 (UTC−05:00). What was taken since is not told here: "
                                    + "ask the person.");
            assertThat(facts.text("medicines"))
                    .contains(
                            "Next dose: was due on Tuesday 13 January 2026, 08:05 (UTC−05:00); no later one is told here",
                            "Supply: lasted until Monday 19 January 2026, 09:30 (UTC−05:00)");
        }

        @Test
        void somebodyLooksForThePersonFromThenOn() {
            assertThat(inNovember().text("team-and-follow-up"))
                    .contains(
                            "No appointment from this moment on is told here.",
                            "Sublingual Film lasted until Monday 19 January 2026, 09:30 (UTC−05:00), and no visit "
                                    + "with the receiving side is told here.",
                            "by Tuesday 3 November 2026, 09:00 (UTC−05:00), by Wednesday 4 November")
                    .doesNotContain("20 January");
        }

        private DocumentFacts inNovember() {
            return new DocumentFacts(Rosa.story()
                    .asOf(NOVEMBER)
                    .onward(new Onward(
                            Optional.empty(),
                            Optional.of("Practitioner/amina-haddad"),
                            Optional.of("Practitioner/marcus-bell")))
                    .document());
        }
    }

    @Nested
    class TheRequestToTakeOver {

        @Test
        void isNotSaidNotToBeWhereItIsOpenedWithTheDocument() {
            assertThat(reason(unasked().persisted())).contains("The request to take over is opened together with this");
            assertThat(reason(unasked())).contains("No request to take over is told here as of this moment");
        }

        @Test
        void isNotToldOnceItIsRevoked() {
            Rosa revoked = Rosa.story()
                    .change(
                            ServiceRequest.class,
                            "rosa-transition",
                            request -> request.setStatus(ServiceRequestStatus.REVOKED));
            assertThat(reason(revoked)).doesNotContain("Asked for").contains("No request to take over is told here");
        }

        private Rosa unasked() {
            return Rosa.story().without("ServiceRequest/rosa-transition");
        }

        private String reason(Rosa story) {
            return new DocumentFacts(story.document()).text("reason");
        }
    }

    @Test
    void aSupplyOfWhichNobodySaysForHowLongIsToldAllTheSame() {
        Rosa story = Rosa.story()
                .without("MedicationAdministration/rosa-dose-last", "MedicationAdministration/rosa-dose-first")
                .change(MedicationDispense.class, "rosa-films", films -> films.setDaysSupply(null))
                .onward(new Onward(
                        Optional.empty(),
                        Optional.of("Practitioner/amina-haddad"),
                        Optional.of("Practitioner/marcus-bell")));
        DocumentFacts facts = new DocumentFacts(story.document());
        assertThat(facts.text("medicines"))
                .contains(
                        "Not known: no dose under this order is recorded as given at the sending side.",
                        "Handed over: Monday 12 January 2026, 09:30 (UTC−05:00); 14 films; for how long is not told");
        assertThat(facts.entries("medicines")).containsAll(List.of("MedicationDispense/rosa-films"));
    }
}
