package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.handoff.HandoffRequest.Onward;
import org.manypaths.handoff.page.DocumentPage;

/** Words that everybody knows, in the document and on its page, where codes and the names of columns once stood. */
class HandoffPlainWordsTest {

    private static final DocumentFacts DOCUMENT = new DocumentFacts(Rosa.story().document());
    private static final String ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";

    @Nested
    class AGoal {

        @ParameterizedTest
        @CsvSource({
            "active, in-progress, under way",
            "active, improving, coming closer",
            "active, , under way",
            "on-hold, improving, on hold",
            "completed, achieved, reached",
            "completed, in-progress, ended",
            "completed, not-achieved, not reached",
            "planned, , planned"
        })
        void standsInOnePlace(String life, String progress, String words) {
            assertThat(goals(goal -> goal.setLifecycleStatus(GoalLifecycleStatus.fromCode(life))
                            .setAchievementStatus(
                                    progress == null
                                            ? null
                                            : new CodeableConcept()
                                                    .addCoding(new Coding(ACHIEVEMENT, progress, progress)))))
                    .contains("Substance: alcohol Standing: " + words + " By:");
        }

        @Test
        void saysWhoAgrees() {
            assertThat(DOCUMENT.text("goals-and-harm-reduction"))
                    .contains("By: 6 March 2026 Agreement: the person agrees")
                    .doesNotContain("Agreed");
            assertThat(goals(goal -> agrees(goal, "Practitioner/tom-okello", "disagree")))
                    .contains("Agreement: the person agrees; Tom Okello does not agree");
            assertThat(goals(goal -> agrees(goal, "Practitioner/tom-okello", "pending")))
                    .contains("Agreement: the person agrees; Tom Okello has not decided yet");
        }

        private static void agrees(Goal goal, String who, String status) {
            Extension acceptance = goal.addExtension();
            acceptance.setUrl("http://hl7.org/fhir/StructureDefinition/goal-acceptance");
            acceptance.addExtension("individual", new Reference(who));
            acceptance.addExtension("status", new CodeType(status));
        }

        private static String goals(Consumer<Goal> change) {
            return text("goals-and-harm-reduction", Rosa.story().change(Goal.class, "rosa-drink-less", change));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, WK, 2 times a week",
        "1, 1, D, once a day",
        "1, 6, H, every 6 hours",
        "3, 1, H, 3 times an hour",
        "2, 3, MO, 2 times every 3 months"
    })
    void howOftenIsSaidAsPeopleSayIt(int frequency, int period, UnitsOfTime unit, String words) {
        Rosa story = Rosa.story()
                .change(ServiceRequest.class, "rosa-acupuncture", request -> request.getOccurrenceTiming()
                        .getRepeat()
                        .setFrequency(frequency)
                        .setPeriod(BigDecimal.valueOf(period))
                        .setPeriodUnit(unit));
        assertThat(text("services", story))
                .contains("Ear acupuncture Mei Chen " + words + ", from 12 January 2026")
                .doesNotContain(" in 1 ");
    }

    @Test
    void aStageIsToldInWordsWithTheTermBesideThem() {
        assertThat(DOCUMENT.text("stage-and-meaning"))
                .contains(
                        "cigarettes No change intended for now (Precontemplation)",
                        "alcohol Getting ready for a change (Preparation)",
                        "fentanyl Making the change (Action)");
    }

    @Test
    void columnsOfAnOverdoseAskWhatTheyTell() {
        assertThat(DOCUMENT.text("safety"))
                .contains("Intended? Naloxone given? Was somebody with them? Emergency service called?")
                .doesNotContain("Meant", "Somebody there");
    }

    @Test
    void aConditionThatCameBackIsSaidToHaveComeBack() {
        Rosa story = Rosa.story().change(Condition.class, "rosa-grief", grief -> grief.getClinicalStatus()
                .getCodingFirstRep()
                .setCode("recurrence"));
        assertThat(text("conditions-and-allergies", story)).contains("Prolonged grief has come back");
    }

    @Test
    void aSupplyThatNobodyKnowsIsSaidNotToBeKnown() {
        Rosa story = Rosa.story()
                .without("MedicationAdministration/rosa-dose-last", "MedicationAdministration/rosa-dose-first")
                .without("MedicationDispense/rosa-films")
                .change(Appointment.class, "rosa-first-kept", visit -> visit.setStatus(AppointmentStatus.CANCELLED))
                .change(MedicationRequest.class, "rosa-buprenorphine", order -> order.getExtension()
                        .removeIf(extension -> extension.getUrl().endsWith("ihrp-next-dose-due")))
                .onward(new Onward(
                        Optional.empty(),
                        Optional.of("Practitioner/amina-haddad"),
                        Optional.of("Practitioner/marcus-bell")));
        assertThat(text("team-and-follow-up", story))
                .contains(
                        "There is a gap: how long buprenorphine 8 MG / naloxone 2 MG Sublingual Film lasts is not known, "
                                + "and no visit with the receiving side is told here.");
    }

    @Test
    void thePageNamesThePersonAsPeopleDo() {
        assertThat(new DocumentPage().forBrowser(DOCUMENT.bundle(), "style.css"))
                .contains("<th scope=\"row\">Born</th><td>17 June 1984</td>", ">Identifier</th><td>MP-1041</td>")
                .doesNotContain("Numbers", "1984-06-17");
    }

    private static String text(String section, Rosa story) {
        return new DocumentFacts(story.document()).text(section);
    }
}
