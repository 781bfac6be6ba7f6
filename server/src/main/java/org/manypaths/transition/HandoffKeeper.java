package org.manypaths.transition;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Sessions;

/** Holds every write of a handoff to its rules, and keeps its clock. */
class HandoffKeeper {

    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final Sides sides;
    private final Parties parties;
    private final SamePerson people;
    private final NoteRules notes;
    private final ClockRules clocks;
    private final Clock time;

    HandoffKeeper(Sides sides, Parties parties, SamePerson people, NoteRules notes, ClockRules clocks, Clock time) {
        this.notes = notes;
        this.people = people;
        this.sides = sides;
        this.parties = parties;
        this.clocks = clocks;
        this.time = time;
    }

    void create(Task task, @Nullable RequestDetails request) {
        if (!HandoffRules.isHandoff(task)) {
            return;
        }
        nameWhomTheRequestAsks(task);
        List<Issue> issues = new ArrayList<>(PartyRules.named(new Task(), task));
        if (!sides.isUnbounded(request)) {
            Set<Side> own = sides.of(request, task);
            issues.addAll(HandoffRules.creation(task, own));
            issues.addAll(ElementRules.creation(task, own));
        }
        refuse(issues);
        sign(new Task(), task, request);
        HandoffClock.write(
                task, clocks.after(Optional.empty(), HandoffState.of(task), time.instant(), parties.visit(task)));
    }

    void update(Task previous, Task task, @Nullable RequestDetails request) {
        if (!HandoffRules.isHandoff(previous) && !HandoffRules.isHandoff(task)) {
            return;
        }
        if (!HandoffRules.isHandoff(previous)) {
            create(task, request);
            return;
        }
        if (!HandoffRules.isHandoff(task)) {
            task.getMeta().addProfile(HandoffRules.PROFILE);
        }
        answered(previous, task);
        if (!previous.hasOwner()) {
            nameWhomTheRequestAsks(task);
        }
        Set<Side> own = sides.of(request, previous);
        List<Issue> issues = new ArrayList<>(PartyRules.named(previous, task));
        issues.addAll(HandoffRules.move(previous, task, own));
        Instant now = time.instant();
        Optional<Instant> visit = parties.visit(task);
        issues.addAll(VisitRules.move(previous, task, now, visit, clocks.grace()));
        refuse(issues);
        if (!sides.isUnbounded(request)) {
            refuse(owner(previous, task, own));
            refuse(ElementRules.changes(previous, task, own));
            sign(previous, task, request);
        }
        ClockRules.Before before = new ClockRules.Before(HandoffState.of(previous), HandoffClock.read(previous));
        HandoffClock.write(task, clocks.after(Optional.of(before), HandoffState.of(task), now, visit));
    }

    void delete(Task task, @Nullable RequestDetails request) {
        boolean draft = task.getStatus() == TaskStatus.DRAFT;
        boolean error = task.getStatus() == TaskStatus.ENTEREDINERROR && sides.isUnbounded(request);
        if (HandoffRules.isHandoff(task) && !draft && !error) {
            refuse(List.of(TransitionCode.DELETE
                    .issue("A handoff that was asked for is not deleted.")
                    .remedy("Cancel it with its reason, or mark it as entered-in-error.")));
        }
    }

    void update(ServiceRequest previous, ServiceRequest transition, @Nullable RequestDetails request) {
        if (RequestRules.isTransition(previous)) {
            List<Issue> issues = RequestRules.move(previous, transition, sides.of(request, previous));
            if (request instanceof ServletRequestDetails) {
                issues.addAll(RequestRules.kept(previous, transition));
            }
            refuse(issues);
        }
    }

    /** Once every reference is known: that all of it is about one person. */
    void verify(Optional<Task> previous, Task task, @Nullable RequestDetails request) {
        if (HandoffRules.isHandoff(task) && request instanceof ServletRequestDetails) {
            refuse(people.findings(previous.orElseGet(Task::new), task));
        }
    }

    /** The server and operators write what others have told. */
    private void sign(Task previous, Task task, @Nullable RequestDetails request) {
        if (request != null && !sides.isUnbounded(request)) {
            Sessions.of(request).ifPresent(session -> refuse(notes.sign(previous, task, session)));
        }
    }

    /** Without a name nobody but the asking side would see it. Of several whom the request asks none is chosen. */
    private void nameWhomTheRequestAsks(Task task) {
        if (task.hasOwner() || task.getStatus() == TaskStatus.DRAFT) {
            return;
        }
        Set<String> asked = parties.owners(task);
        if (asked.size() == 1) {
            task.setOwner(new Reference("Organization/" + asked.iterator().next()));
        }
    }

    /** What was overdue is not any more once the other status moves on. */
    private static void answered(Task previous, Task task) {
        boolean moves = previous.getStatus() != task.getStatus();
        boolean open = HandoffState.of(task).business() == BusinessStatus.OVERDUE
                && (task.getStatus() == TaskStatus.RECEIVED
                        || task.getStatus() == TaskStatus.ACCEPTED
                        || task.getStatus() == TaskStatus.INPROGRESS);
        if (moves && open) {
            task.setBusinessStatus(BusinessStatus.RECEIVED.concept());
        }
    }

    /** The requesting side may ask somebody else until it is answered; the receiving side may say that it is itself. */
    private List<Issue> owner(Task previous, Task task, Set<Side> own) {
        boolean same = previous.getOwner().equalsDeep(task.getOwner());
        boolean asks = own.contains(Side.REQUESTER)
                && EnumSet.of(TaskStatus.DRAFT, TaskStatus.REQUESTED).contains(previous.getStatus())
                && !previous.hasOutput();
        Set<String> named = PartyRules.organizations(task.getOwner());
        boolean within = own.contains(Side.OWNER)
                && !named.isEmpty()
                && parties.owners(previous).containsAll(named);
        return same || asks || within
                ? List.of()
                : List.of(TransitionCode.NOT_YOUR_MOVE
                        .issue("Who takes over is changed by the requesting side, and until the request is answered.")
                        .remedy("The receiving side may name itself where it was asked and nobody is named.")
                        .at("Task.owner"));
    }

    private static void refuse(List<Issue> issues) {
        if (!issues.isEmpty()) {
            boolean theirs = issues.stream().allMatch(issue -> issue.type() == IssueType.FORBIDDEN);
            throw new Refusal(theirs ? FORBIDDEN : UNPROCESSABLE, issues);
        }
    }
}
