package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.manypaths.transition.BusinessStatus.CONTACT_TRIED;
import static org.manypaths.transition.BusinessStatus.IN_CARE;
import static org.manypaths.transition.BusinessStatus.OVERDUE;
import static org.manypaths.transition.BusinessStatus.RECEIVED;
import static org.manypaths.transition.BusinessStatus.SENT;
import static org.manypaths.transition.BusinessStatus.UNSAID;
import static org.manypaths.transition.BusinessStatus.VISIT_BOOKED;
import static org.manypaths.transition.BusinessStatus.VISIT_KEPT;
import static org.manypaths.transition.BusinessStatus.VISIT_MISSED;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.Caller;
import org.manypaths.consent.RecipientKind;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;
import org.manypaths.staff.Staff;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.HandClock;
import org.mockito.Mockito;
import org.springframework.mock.web.MockHttpServletRequest;

class HandoffKeeperTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final RequestDetails HARBOUR = from("harbour", Role.CLIENT);
    private static final RequestDetails RIVERSIDE = from("riverside", Role.CLIENT);
    private static final RequestDetails STRANGER = from("stranger", Role.CLIENT);
    private static final RequestDetails OPERATOR = from("operations", Role.OPERATOR);
    private static final RequestDetails PERSON = from("riverside", Role.PERSON);

    private final HandClock clock = new HandClock(NOON);
    private final Set<String> asked = new HashSet<>();
    private final Parties parties = new Parties(new DaoRegistry(Fhir.CONTEXT)) {
        @Override
        Set<String> owners(Task task) {
            return task.hasOwner() ? super.owners(task) : Set.copyOf(asked);
        }
    };
    private final HandoffKeeper keeper = new HandoffKeeper(
            new Sides(parties),
            parties,
            new SamePerson(new DaoRegistry(Fhir.CONTEXT)),
            new NoteRules(Mockito.mock(Staff.class)),
            new ClockRules(new TransitionSettings(
                    List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72)),
                    Duration.ofHours(4),
                    Duration.ofDays(30),
                    Duration.ofMinutes(1))),
            clock);

    /** As a parser leaves what is not one of the codes, or has only extensions. */
    @Test
    void saysWhereAStatusIsNone() {
        Task made = Handoffs.task(TaskStatus.REQUESTED, UNSAID);
        Task moved = made.copy();
        moved.getStatusElement().setValue(null);
        moved.getStatusElement().addExtension().setUrl("http://example.org/x");
        for (Refusal refusal : List.of(
                catchThrowableOfType(Refusal.class, () -> keeper.create(moved.copy(), HARBOUR)),
                catchThrowableOfType(Refusal.class, () -> keeper.update(made, moved.copy(), HARBOUR)))) {
            assertThat(refusal.issues()).anySatisfy(issue -> {
                assertThat(issue.expression()).contains("Task.status");
                assertThat(issue.problem()).contains("without a status of FHIR");
            });
        }
    }

    @Test
    void letsEachSideMakeItsMoves() {
        Task task = Handoffs.task(TaskStatus.DRAFT, UNSAID);
        keeper.create(task, HARBOUR);
        task = moved(task, TaskStatus.REQUESTED, SENT, HARBOUR);
        task = moved(task, TaskStatus.RECEIVED, RECEIVED, RIVERSIDE);
        task = moved(task, TaskStatus.ACCEPTED, RECEIVED, RIVERSIDE);
        task = moved(task, TaskStatus.ACCEPTED, CONTACT_TRIED, HARBOUR);
        task = moved(task, TaskStatus.INPROGRESS, VISIT_BOOKED, RIVERSIDE);
        task = moved(task, TaskStatus.INPROGRESS, VISIT_MISSED, RIVERSIDE);
        task = moved(task, TaskStatus.INPROGRESS, VISIT_BOOKED, RIVERSIDE);
        task = moved(task, TaskStatus.INPROGRESS, VISIT_KEPT, RIVERSIDE);
        task = moved(Handoffs.feedback(task, "She came."), TaskStatus.COMPLETED, IN_CARE, RIVERSIDE);
        assertThat(HandoffClock.read(task)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED,SENT,RECEIVED,RECEIVED",
        "REQUESTED,SENT,ACCEPTED,RECEIVED",
        "ACCEPTED,RECEIVED,INPROGRESS,RECEIVED",
        "ACCEPTED,RECEIVED,ACCEPTED,VISIT_BOOKED",
        "INPROGRESS,VISIT_BOOKED,INPROGRESS,VISIT_KEPT",
        "INPROGRESS,VISIT_BOOKED,INPROGRESS,VISIT_MISSED"
    })
    void leavesTheMovesOfTheReceivingSideToIt(
            TaskStatus status, BusinessStatus business, TaskStatus next, BusinessStatus then) {
        Task from = Handoffs.task(status, business);
        for (RequestDetails other : List.of(HARBOUR, STRANGER, PERSON)) {
            assertThat(codes(from, Handoffs.task(next, then), other, 403)).contains("transition/not-your-move");
        }
        move(from, Handoffs.task(next, then), RIVERSIDE);
        move(from, Handoffs.task(next, then), OPERATOR);
    }

    @Test
    void letsOnlyWhoBookedAVisitSayThatItDoesNotStandAnyMore() {
        Task from = Handoffs.task(TaskStatus.INPROGRESS, VISIT_BOOKED);
        Task to = Handoffs.task(TaskStatus.INPROGRESS, CONTACT_TRIED);
        assertThat(codes(from, to, HARBOUR, 403)).containsExactly("transition/not-your-move");
        move(from, to, RIVERSIDE);
    }

    @Test
    void takesNoVisitForMissedBeforeItHasBegun() {
        Task from = visit(Handoffs.task(TaskStatus.INPROGRESS, VISIT_BOOKED), NOON.plusSeconds(1));
        Task to = visit(Handoffs.task(TaskStatus.INPROGRESS, VISIT_MISSED), NOON.plusSeconds(1));
        for (RequestDetails any : List.of(RIVERSIDE, OPERATOR)) {
            assertThat(codes(from, to, any, 422)).containsExactly("transition/visit");
        }
        clock.set(NOON.plusSeconds(1));
        move(from, to, RIVERSIDE);
    }

    @Test
    void booksNoVisitThatIsOver() {
        Task from = visit(Handoffs.task(TaskStatus.INPROGRESS, VISIT_MISSED), NOON);
        Task to = visit(Handoffs.task(TaskStatus.INPROGRESS, VISIT_BOOKED), NOON);
        clock.set(NOON.plus(Duration.ofHours(4)));
        move(from, to, RIVERSIDE);
        clock.set(NOON.plus(Duration.ofHours(4)).plusSeconds(1));
        assertThat(codes(from, to, RIVERSIDE, 422)).containsExactly("transition/visit");
        move(from, visit(to.copy(), NOON.plus(Duration.ofDays(2))), RIVERSIDE);
        move(to, Handoffs.task(TaskStatus.INPROGRESS, VISIT_KEPT), RIVERSIDE);
    }

    private static Task visit(Task task, Instant begin) {
        task.getExecutionPeriod().setStart(Date.from(begin));
        return task;
    }

    @Test
    void leavesTheMovesOfTheRequestingSideToIt() {
        Task from = Handoffs.task(TaskStatus.REQUESTED, SENT);
        Task to = Handoffs.because(Handoffs.task(TaskStatus.CANCELLED, SENT), "She asked to wait.");
        assertThat(codes(from, to, RIVERSIDE, 403)).containsExactly("transition/not-your-move");
        assertThat(codes(from, to, STRANGER, 403)).containsExactly("transition/not-your-move");
        move(from, to, HARBOUR);
    }

    @Test
    void letsNeitherSideNorAStrangerTakeTheTaskOver() {
        Task from = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED);
        Task to = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED).setOwner(new Reference("Organization/stranger"));
        for (RequestDetails any : List.of(HARBOUR, RIVERSIDE, STRANGER)) {
            assertThat(codes(from, to, any, 403)).containsExactly("transition/not-your-move");
        }
    }

    @Test
    void letsTheRequestingSideAskSomebodyElseBeforeThereIsAnAnswer() {
        move(
                Handoffs.task(TaskStatus.REQUESTED, SENT),
                Handoffs.task(TaskStatus.REQUESTED, SENT).setOwner(new Reference("Organization/open-door")),
                HARBOUR);
    }

    @Test
    void refusesIllegalMovesWithTheLegalOnes() {
        Refusal refusal = refusal(
                Handoffs.task(TaskStatus.REQUESTED, SENT),
                Handoffs.feedback(Handoffs.task(TaskStatus.COMPLETED, VISIT_KEPT), "done"),
                RIVERSIDE);
        assertThat(refusal.getStatusCode()).isEqualTo(422);
        assertThat(refusal.issues().get(0).sentence())
                .contains("A handoff that is requested (sent) cannot become completed (visit-kept).")
                .contains("the receiving side may make it received, accepted or rejected")
                .contains("the requesting side may make it cancelled or entered-in-error");
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"REJECTED", "ONHOLD", "CANCELLED"})
    void asksForTheReason(TaskStatus status) {
        TaskStatus before = status == TaskStatus.CANCELLED ? TaskStatus.ACCEPTED : TaskStatus.RECEIVED;
        Task from = Handoffs.task(before, RECEIVED);
        assertThat(codes(from, Handoffs.task(status, RECEIVED), RIVERSIDE, 422)).containsExactly("transition/reason");
        assertThat(codes(from, Handoffs.because(Handoffs.task(status, RECEIVED), " "), RIVERSIDE, 422))
                .containsExactly("transition/reason");
        assertThat(codes(from, Handoffs.because(Handoffs.task(status, RECEIVED), "\u00A0"), RIVERSIDE, 422))
                .as("a no-break space says nothing")
                .containsExactly("transition/reason");
        move(from, Handoffs.because(Handoffs.task(status, RECEIVED), "No bed until Monday."), RIVERSIDE);
    }

    @Test
    void asksForTheOutcome() {
        Task from = Handoffs.task(TaskStatus.INPROGRESS, VISIT_KEPT);
        assertThat(codes(from, Handoffs.task(TaskStatus.COMPLETED, VISIT_KEPT), RIVERSIDE, 422))
                .containsExactly("transition/outcome");
    }

    @Test
    void asksWhoLooksForThePerson() {
        Task from = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED);
        Task to = Handoffs.task(TaskStatus.ACCEPTED, BusinessStatus.NOT_YET_REACHED)
                .setOwner(null);
        assertThat(codes(from, to, OPERATOR, 422)).containsExactly("transition/owner");
    }

    @Test
    void namesWhoAnswers() {
        Task from = Handoffs.task(TaskStatus.REQUESTED, SENT).setOwner(null);
        Task to = Handoffs.task(TaskStatus.RECEIVED, RECEIVED).setOwner(null);
        assertThat(codes(from, to, OPERATOR, 422)).containsExactly("transition/owner");
        move(from, Handoffs.task(TaskStatus.RECEIVED, RECEIVED), OPERATOR);
    }

    @Test
    void namesTheOneWhomTheRequestAsks() {
        Task several = Handoffs.task(TaskStatus.REQUESTED, SENT).setOwner(null);
        asked.addAll(Set.of("riverside", "open-door"));
        keeper.create(several, HARBOUR);
        assertThat(several.hasOwner()).as("of several none is chosen").isFalse();
        asked.remove("open-door");
        Task draft = Handoffs.task(TaskStatus.DRAFT, UNSAID).setOwner(null);
        keeper.create(draft, HARBOUR);
        assertThat(draft.hasOwner()).as("nobody is asked yet").isFalse();
        Task one = Handoffs.task(TaskStatus.REQUESTED, SENT).setOwner(null);
        keeper.create(one, HARBOUR);
        assertThat(one.getOwner().getReference()).isEqualTo("Organization/riverside");
        Task answer = Handoffs.task(TaskStatus.RECEIVED, RECEIVED).setOwner(null);
        move(several, answer, RIVERSIDE);
        assertThat(answer.getOwner().getReference()).isEqualTo("Organization/riverside");
    }

    @Test
    void keepsWhomItIsAbout() {
        Task from = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED);
        Task to = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED)
                .setFor(new Reference("Patient/mina"))
                .setFocus(new Reference("ServiceRequest/2"))
                .setRequester(new Reference("Organization/stranger"));
        assertThat(codes(from, to, RIVERSIDE, 422))
                .containsExactly("transition/fixed", "transition/fixed", "transition/fixed");
    }

    @Test
    void staysAHandoffThoughAWriteForgetsTheProfile() {
        Task from = Handoffs.task(TaskStatus.REQUESTED, SENT);
        Task to = Handoffs.task(TaskStatus.COMPLETED, VISIT_KEPT);
        to.getMeta().getProfile().clear();
        assertThat(codes(from, to, RIVERSIDE, 422)).contains("transition/illegal-move");
        Task sound = Handoffs.task(TaskStatus.RECEIVED, RECEIVED);
        sound.getMeta().getProfile().clear();
        move(from, sound, RIVERSIDE);
        assertThat(HandoffRules.isHandoff(sound)).isTrue();
    }

    @Test
    void isNotOverdueAnyMoreOnceItIsAnswered() {
        Task task = moved(Handoffs.task(TaskStatus.REQUESTED, OVERDUE), TaskStatus.ACCEPTED, OVERDUE, RIVERSIDE);
        assertThat(HandoffState.of(task).business()).isEqualTo(RECEIVED);
        assertThat(HandoffClock.read(task).flatMap(HandoffClock::due)).contains(NOON.plus(Duration.ofHours(24)));
    }

    @Test
    void overwritesAClockThatSomebodySends() {
        Task task = Handoffs.task(TaskStatus.REQUESTED, SENT);
        HandoffClock.write(task, Optional.of(new HandoffClock(NOON, Optional.of(NOON.plus(Duration.ofDays(99))), 0)));
        keeper.create(task, HARBOUR);
        assertThat(HandoffClock.read(task))
                .contains(new HandoffClock(NOON, Optional.of(NOON.plus(Duration.ofHours(24))), 0));
    }

    @Test
    void beginsWhereEachSideMayBegin() {
        keeper.create(Handoffs.task(TaskStatus.REQUESTED, UNSAID), HARBOUR);
        keeper.create(Handoffs.task(TaskStatus.RECEIVED, UNSAID), RIVERSIDE);
        assertThat(firstCodes(Handoffs.task(TaskStatus.ACCEPTED, UNSAID), HARBOUR))
                .containsExactly("transition/first-state");
        assertThat(firstCodes(Handoffs.task(TaskStatus.REQUESTED, UNSAID), STRANGER))
                .containsExactly("transition/first-state");
        keeper.create(Handoffs.feedback(Handoffs.task(TaskStatus.COMPLETED, IN_CARE), "told later"), OPERATOR);
    }

    @Test
    void keepsWhatWasAskedForFromBeingDeleted() {
        Task task = Handoffs.task(TaskStatus.ACCEPTED, RECEIVED);
        assertThat(catchThrowableOfType(Refusal.class, () -> keeper.delete(task, HARBOUR))
                        .issues())
                .extracting(Issue::code)
                .containsExactly("transition/delete");
        assertThatCode(() -> keeper.delete(Handoffs.task(TaskStatus.DRAFT, UNSAID), HARBOUR))
                .doesNotThrowAnyException();
    }

    @Test
    void leavesOtherTasksAlone() {
        Task plain = new Task().setStatus(TaskStatus.COMPLETED);
        keeper.create(plain, STRANGER);
        keeper.update(plain, new Task().setStatus(TaskStatus.DRAFT), STRANGER);
        assertThat(HandoffClock.read(plain)).isEmpty();
    }

    @Test
    void leavesTheRequestToTheSideThatAsks() {
        ServiceRequest active = request(ServiceRequestStatus.ACTIVE);
        ServiceRequest revoked = request(ServiceRequestStatus.REVOKED);
        keeper.update(active, revoked, HARBOUR);
        assertThat(catchThrowableOfType(Refusal.class, () -> keeper.update(active, revoked, RIVERSIDE))
                        .getStatusCode())
                .isEqualTo(403);
        Refusal back = catchThrowableOfType(Refusal.class, () -> keeper.update(revoked, active, HARBOUR));
        assertThat(back.issues().get(0).sentence()).contains("From revoked it may become: entered-in-error.");
    }

    private static ServiceRequest request(ServiceRequestStatus status) {
        return new ServiceRequest()
                .setStatus(status)
                .addCategory(new CodeableConcept(
                        new Coding(Canonical.BASE + "/CodeSystem/ihrp-modality", "transition", null)))
                .setRequester(new Reference("Organization/harbour"))
                .addPerformer(new Reference("Organization/riverside"))
                .setSubject(new Reference("Patient/rosa"));
    }

    private Task moved(Task from, TaskStatus status, BusinessStatus business, RequestDetails request) {
        Task to = Handoffs.say(from.copy().setStatus(status), business);
        move(from, to, request);
        return to;
    }

    private void move(Task from, Task to, RequestDetails request) {
        keeper.update(from, to, request);
    }

    private List<String> codes(Task from, Task to, RequestDetails request, int status) {
        Refusal refusal = refusal(from, to, request);
        assertThat(refusal.getStatusCode()).isEqualTo(status);
        return refusal.issues().stream().map(Issue::code).toList();
    }

    private List<String> firstCodes(Task task, RequestDetails request) {
        return catchThrowableOfType(Refusal.class, () -> keeper.create(task, request)).issues().stream()
                .map(Issue::code)
                .toList();
    }

    private Refusal refusal(Task from, Task to, RequestDetails request) {
        return catchThrowableOfType(Refusal.class, () -> keeper.update(from, to, request));
    }

    private static RequestDetails from(String organization, Role role) {
        MockHttpServletRequest servlet = new MockHttpServletRequest();
        Caller caller = new Caller(organization, RecipientKind.COVERED_ENTITY, Set.of(), Set.of(), Optional.empty());
        Sessions.put(
                servlet,
                new Session(
                        organization,
                        role,
                        caller,
                        Scopes.of("system/*.cruds"),
                        Optional.empty(),
                        Optional.empty(),
                        "t"));
        ServletRequestDetails details = new ServletRequestDetails();
        details.setServletRequest(servlet);
        return details;
    }
}
