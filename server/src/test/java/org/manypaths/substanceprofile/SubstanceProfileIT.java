package org.manypaths.substanceprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import ca.uhn.fhir.rest.api.MethodOutcome;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Stories;

class SubstanceProfileIT extends ServerIT {

    private static final String ROSA = "/Patient/rosa/$substance-profile";

    @BeforeEach
    void people() {
        Stories.store(http());
    }

    @Test
    void tellsEachSubstanceByItself() {
        Answer rosa = Answer.of(http().get(ROSA));
        assertThat(rosa.substances()).containsExactlyInAnyOrder("alcohol", "opioids fentanyl", "nicotine");
        assertThat(rosa.ids("fentanyl", "latest-use")).containsExactly("rosa-use-opioids");
        assertThat(rosa.ids("fentanyl", "latest-return-to-use")).containsExactly("rosa-return");
        assertThat(rosa.ids("alcohol", "readiness")).containsExactly("rosa-readiness-alcohol");
        assertThat(rosa.ids("alcohol", "goal")).containsExactly("rosa-drink-less");
        assertThat(rosa.ids("fentanyl", "medicine"))
                .containsExactlyInAnyOrder("rosa-buprenorphine", "rosa-takes-buprenorphine");
        assertThat(rosa.ids("fentanyl", "stance/current")).containsExactly("rosa-stance-week-4");
        assertThat(rosa.ids("fentanyl", "stance/history")).containsExactly("rosa-stance-day-2");
        assertThat(rosa.ids("alcohol", "meaning")).containsExactly("rosa-meaning-kitchen");
    }

    /** More than a page of HAPI's, in one request: the last of them is told and not the last of the first page. */
    @Test
    void tellsTheLatestOfManyRecords() {
        String person = person();
        LocalDate first = LocalDate.parse("2026-02-01");
        Bundle many = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int day = 0; day < 60; day++) {
            Observation stage = aStageOf("Patient/" + person)
                    .substance("alcohol")
                    .stage("contemplation")
                    .on(first.plusDays(day).toString())
                    .build();
            many.addEntry()
                    .setResource(stage)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Observation");
        }
        client().transaction().withBundle(many).execute();
        Answer answer = profile(person, "");
        assertThat(answer.ids("alcohol", "stage/current")).hasSize(1);
        assertThat(answer.ids("alcohol", "stage/history")).hasSize(59);
    }

    @Test
    void tellsTheStageThatHoldsAndTheWayThere() {
        Answer rosa = Answer.of(http().get(ROSA));
        assertThat(rosa.ids("alcohol", "stage/current")).containsExactly("rosa-stage-alcohol-month-3");
        assertThat(rosa.ids("alcohol", "stage/history"))
                .containsExactly("rosa-stage-alcohol-day-5", "rosa-stage-alcohol-day-3");
    }

    @Test
    void cutsAwayWhatCameAfterTheDayThatIsAskedFor() {
        Answer rosa = Answer.of(http().get(ROSA + "?as-of=2026-01-07"));
        assertThat(rosa.asOf()).contains("2026-01-07");
        assertThat(rosa.ids("alcohol", "stage/current")).containsExactly("rosa-stage-alcohol-day-3");
        assertThat(rosa.ids("alcohol", "stage/history")).isEmpty();
        assertThat(rosa.ids("fentanyl", "stance/current")).containsExactly("rosa-stance-day-2");
        assertThat(rosa.ids("fentanyl", "latest-return-to-use")).isEmpty();
        assertThat(rosa.notRecorded("fentanyl")).containsExactly("goal", "medicine");
    }

    @Test
    void givesAStageTheStandingThatItHadThen() {
        Answer rosa = Answer.of(http().get(ROSA + "?as-of=2026-01-07&substance=alcohol"));
        Observation then = (Observation) rosa.about("alcohol").getPart().stream()
                .filter(part -> part.getName().equals("stage"))
                .findFirst()
                .orElseThrow()
                .getPartFirstRep()
                .getResource();
        assertThat(then.getExtensionString(Canonical.BASE + "/StructureDefinition/ihrp-standing"))
                .isEqualTo("current");
    }

    @Test
    void cutsToTheMinute() {
        assertThat(Answer.of(http().get(ROSA + "?as-of=2026-01-07T15:19:00-05:00&substance=alcohol"))
                        .ids("alcohol", "stage/current"))
                .isEmpty();
        assertThat(Answer.of(http().get(ROSA + "?as-of=2026-01-07T20:20:00Z&substance=alcohol"))
                        .ids("alcohol", "stage/current"))
                .containsExactly("rosa-stage-alcohol-day-3");
    }

    @Test
    void tellsAClassByItsSubstancesAndASubstanceByItself() {
        assertThat(Answer.of(http().get(ROSA + "?substance=opioids")).substances())
                .containsExactly("opioids fentanyl");
        assertThat(Answer.of(http().get(ROSA + "?substance=fentanyl")).substances())
                .containsExactly("opioids fentanyl");
        assertThat(Answer.of(http().get(ROSA + "?substance=fentanyl&substance=alcohol"))
                        .substances())
                .containsExactlyInAnyOrder("alcohol", "opioids fentanyl");
    }

    @Test
    void tellsWhatWasSaidOfTheClassToWhoAsksForOneSubstance() {
        String person = person();
        store(aStageOf("Patient/" + person)
                .substance("opioids")
                .stage("contemplation")
                .build());
        store(aStageOf("Patient/" + person)
                .substance("opioids", "heroin")
                .stage("action")
                .build());
        assertThat(profile(person, "?substance=heroin").substances())
                .containsExactlyInAnyOrder("opioids", "opioids heroin");
        assertThat(profile(person, "?substance=fentanyl").substances()).containsExactly("opioids");
    }

    @Test
    void saysWhenNothingIsOnRecordAboutASubstance() {
        Answer rosa = Answer.of(http().get(ROSA + "?substance=cannabis"));
        assertThat(rosa.substances()).containsExactly("cannabis");
        assertThat(rosa.notRecorded("cannabis"))
                .containsExactly("latest-use", "stage", "readiness", "goal", "medicine", "stance", "meaning");
    }

    @Test
    void tellsNothingOfWhomNothingIsKnown() {
        Answer answer = profile(person(), "");
        assertThat(answer.substances()).isEmpty();
        assertThat(answer.parameters().getParameter()).hasSize(1);
    }

    @Test
    void keepsTheViewsOfDifferentPeopleApart() {
        String person = person();
        String own = store(stage(person, "person", "preparation"));
        String clinicians = store(stage(person, "clinician", "contemplation"));
        Answer answer = profile(person, "");
        assertThat(answer.ids("alcohol", "stage/current")).containsExactlyInAnyOrder(own, clinicians);
        assertThat(answer.about("alcohol").getPart().stream()
                        .filter(part -> part.getName().equals("stage")))
                .hasSize(2);
    }

    @Test
    void tellsAStageThatWasAskedForAndNotToldAsSuch() {
        String person = person();
        Observation unanswered =
                aStageOf("Patient/" + person).substance("alcohol").build();
        unanswered.getDataAbsentReason().setText("was too unwell to talk");
        String id = store(unanswered);
        assertThat(profile(person, "").ids("alcohol", "stage/unanswered")).containsExactly(id);
        assertThat(profile(person, "").ids("alcohol", "stage/current")).isEmpty();
    }

    @Test
    void leavesOutWhatWasEnteredInError() {
        String person = person();
        Observation wrong = aStageOf("Patient/" + person)
                .substance("alcohol")
                .stage("action")
                .build();
        wrong.setStatus(Observation.ObservationStatus.ENTEREDINERROR);
        store(wrong);
        assertThat(profile(person, "").substances()).isEmpty();
    }

    @Test
    void tellsAGoalInTheStateThatItHadThen() {
        String person = person();
        Goal goal = goal(person).setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.setStatusDateElement(new DateType("2026-01-09"));
        goal.setId(store(goal));
        goal.setLifecycleStatus(GoalLifecycleStatus.COMPLETED).setStatusDateElement(new DateType("2026-03-09"));
        client().update().resource(goal).execute();
        assertThat(profile(person, "").resource("alcohol", "goal", Goal.class).getLifecycleStatus())
                .isEqualTo(GoalLifecycleStatus.COMPLETED);
        assertThat(profile(person, "?as-of=2026-02")
                        .resource("alcohol", "goal", Goal.class)
                        .getLifecycleStatus())
                .isEqualTo(GoalLifecycleStatus.ACTIVE);
    }

    @Test
    void leavesTheStateOfAGoalOpenWhereNoVersionTellsIt() {
        String person = person();
        Goal goal = goal(person).setLifecycleStatus(GoalLifecycleStatus.COMPLETED);
        goal.setStatusDateElement(new DateType("2026-03-09"));
        store(goal);
        Goal then = profile(person, "?as-of=2026-02-01").resource("alcohol", "goal", Goal.class);
        assertThat(then.getLifecycleStatus()).isNull();
        assertThat(then.getLifecycleStatusElement()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("unknown");
    }

    @Test
    void leavesTheStateOfAMedicineOpenWhereNoVersionTellsIt() {
        assertThat(Answer.of(http().get(ROSA + "?as-of=2026-01-09&substance=fentanyl"))
                        .resource("fentanyl", "medicine", MedicationRequest.class)
                        .getStatus())
                .isEqualTo(MedicationRequest.MedicationRequestStatus.ACTIVE);
    }

    @Test
    void answersAPostAsAGet() {
        String body = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "substance", "valueString": "alcohol"}, {"name": "as-of", "valueDateTime": "2026-01-07"}]}""";
        Answer rosa = Answer.of(http().post(ROSA, body));
        assertThat(rosa.substances()).containsExactly("alcohol");
        assertThat(rosa.ids("alcohol", "stage/current")).containsExactly("rosa-stage-alcohol-day-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "07.01.2026", "2026-01-07T25:00:00Z"})
    void refusesAnAsOfThatIsNoDate(String asOf) {
        assertThat(Outcome.of(http().get(ROSA + "?as-of=" + asOf), 400)
                        .getIssueFirstRep()
                        .getDiagnostics())
                .contains(asOf);
    }

    @ParameterizedTest
    @CsvSource({
        "as-of=,invalid",
        "as-of=%202026-01-07,invalid",
        "as-of=2026-01-07T10:00:00,invalid",
        "as-of=2026-01-07&as-of=2026-01-08,invalid",
        "substance=,invalid",
        "substanz=alcohol,unknown"
    })
    void refusesWhatWouldAnswerAnotherQuestion(String question, String kind) {
        assertThat(Outcome.codes(http().get(ROSA + "?" + question), 400))
                .containsExactly("request/" + kind + "-parameter");
    }

    @Test
    void refusesASubstanceThatDoesNotExistAndNamesThoseThatDo() {
        var outcome = Outcome.of(http().get(ROSA + "?substance=alcohool"), 400);
        assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("alcohool", "alcohol", "opioids");
    }

    @Test
    void doesNotKnowAPersonWhoIsNotHere() {
        assertThat(Outcome.codes(http().get("/Patient/nobody-of-that-name/$substance-profile"), 404))
                .containsExactly("request/not-found");
    }

    @Test
    void isNamedInTheCapabilityStatement() {
        CapabilityStatement statement =
                client().capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(statement.getRestFirstRep().getResource().stream()
                        .filter(type -> type.getType().equals("Patient"))
                        .flatMap(type -> type.getOperation().stream())
                        .filter(operation -> operation.getName().equals("substance-profile"))
                        .map(operation -> operation.getDefinition()))
                .containsExactly(Canonical.BASE + "/OperationDefinition/ihrp-substance-profile");
    }

    private Answer profile(String person, String query) {
        return Answer.of(http().get("/Patient/" + person + "/$substance-profile" + query));
    }

    private String person() {
        return store(new Patient().setActiveElement(new BooleanType(true)));
    }

    private String store(Resource resource) {
        MethodOutcome outcome = client().create().resource(resource).execute();
        return outcome.getId().getIdPart();
    }

    private static Observation stage(String person, String rater, String stage) {
        return aStageOf("Patient/" + person)
                .substance("alcohol")
                .stage(stage)
                .ratedBy(rater)
                .build();
    }

    private static Goal goal(String person) {
        Goal goal = new Goal();
        goal.getSubject().setReference("Patient/" + person);
        goal.getDescription().setText("One evening without.");
        goal.setStart(new DateType("2026-01-09"));
        goal.addExtension(
                Canonical.BASE + "/StructureDefinition/ihrp-substance",
                aStageOf("").substance("alcohol").build().getComponentFirstRep().getValue());
        return goal;
    }
}
