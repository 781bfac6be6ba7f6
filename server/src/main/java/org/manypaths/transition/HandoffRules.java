package org.manypaths.transition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Blank;
import org.manypaths.refusal.Issue;

/** What is to be said of one write of a handoff task. Pure. */
final class HandoffRules {

    static final String PROFILE = Canonical.BASE + "/StructureDefinition/ihrp-handoff-task";

    private static final Set<TaskStatus> NEED_REASON =
            EnumSet.of(TaskStatus.REJECTED, TaskStatus.CANCELLED, TaskStatus.ONHOLD);
    private static final Set<BusinessStatus> NEED_OWNER = EnumSet.of(
            BusinessStatus.CONTACT_TRIED,
            BusinessStatus.NOT_YET_REACHED,
            BusinessStatus.VISIT_BOOKED,
            BusinessStatus.VISIT_MISSED);
    private static final Set<TaskStatus> ANSWERED = EnumSet.of(
            TaskStatus.RECEIVED,
            TaskStatus.ACCEPTED,
            TaskStatus.INPROGRESS,
            TaskStatus.ONHOLD,
            TaskStatus.COMPLETED,
            TaskStatus.REJECTED);
    private static final Set<HandoffState> FIRST_OF_REQUESTER = Set.of(
            new HandoffState(TaskStatus.DRAFT, BusinessStatus.UNSAID),
            new HandoffState(TaskStatus.REQUESTED, BusinessStatus.UNSAID),
            new HandoffState(TaskStatus.REQUESTED, BusinessStatus.SENT));
    private static final Set<TaskStatus> FIRST_OF_OWNER = EnumSet.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED);

    private HandoffRules() {}

    static boolean isHandoff(Task task) {
        return task.getMeta().getProfile().stream()
                .map(CanonicalType::getValue)
                .map(profile -> profile.replaceFirst("\\|.*", ""))
                .anyMatch(PROFILE::equals);
    }

    /** What stands in the way of making it. */
    static List<Issue> creation(Task task, Set<Side> sides) {
        HandoffState state = HandoffState.of(task);
        boolean own = (sides.contains(Side.REQUESTER) && FIRST_OF_REQUESTER.contains(state))
                || (sides.contains(Side.OWNER)
                        && FIRST_OF_OWNER.contains(state.status())
                        && BusinessStatus.NEUTRAL.contains(state.business()));
        List<Issue> issues = said(task);
        if (!own) {
            issues.add(TransitionCode.FIRST_STATE
                    .issue("No handoff begins as " + state.words() + " here.")
                    .remedy(
                            "Who asks for it may make it as draft or requested; who takes over, as received or accepted.")
                    .at("Task.status"));
        }
        return issues;
    }

    /** What stands in the way of the move, the sides being those that the sender may speak for. */
    static List<Issue> move(Task from, Task to, Set<Side> sides) {
        HandoffState before = HandoffState.of(from);
        HandoffState after = HandoffState.of(to);
        List<Issue> issues = new ArrayList<>();
        Set<Side> movers = MoveRules.movers(before, after);
        if (movers.isEmpty()) {
            issues.add(TransitionCode.ILLEGAL_MOVE
                    .issue("A handoff that is " + before.words() + " cannot become " + after.words() + ".")
                    .remedy(MoveRules.possible(before, Set.of(Side.values())))
                    .at("Task.status", "Task.businessStatus"));
        } else if (movers.stream().noneMatch(sides::contains)) {
            issues.add(TransitionCode.NOT_YOUR_MOVE
                    .issue("To move it from " + before.words() + " to " + after.words() + " is up to "
                            + movers.iterator().next().words() + ".")
                    .remedy(
                            sides.isEmpty()
                                    ? "Your organisation is on neither side of this handoff."
                                    : MoveRules.possible(before, sides))
                    .at("Task.status", "Task.businessStatus"));
        }
        issues.addAll(said(to));
        issues.addAll(kept(from, to));
        return issues;
    }

    /** What has to be said along with where it stands. */
    private static List<Issue> said(Task task) {
        HandoffState state = HandoffState.of(task);
        List<Issue> issues = new ArrayList<>();
        if (NEED_REASON.contains(state.status())
                && Blank.is(task.getStatusReason().getText())) {
            issues.add(TransitionCode.REASON
                    .issue("A handoff that becomes " + state.status().toCode() + " says why.")
                    .remedy("Say it in statusReason.text, in words that the other side can act on.")
                    .at("Task.statusReason"));
        }
        if (NEED_OWNER.contains(state.business()) && !task.hasOwner()) {
            issues.add(TransitionCode.OWNER
                    .issue("Somebody owns the next try to reach the person.")
                    .remedy("Name them in owner.")
                    .at("Task.owner"));
        } else if ((ANSWERED.contains(state.status()) || task.hasOutput()) && !task.hasOwner()) {
            issues.add(TransitionCode.OWNER
                    .issue("Who answers a handoff is named in it.")
                    .remedy("Name your organisation in owner.")
                    .at("Task.owner"));
        }
        if (!BusinessStatus.isOne(task.getBusinessStatus())) {
            issues.add(TransitionCode.ILLEGAL_MOVE
                    .issue("A handoff stands at one place at a time, and its business status names several.")
                    .remedy("Send one coding of ours.")
                    .at("Task.businessStatus"));
        }
        if (state.status() == TaskStatus.COMPLETED && !task.hasOutput()) {
            issues.add(TransitionCode.OUTCOME
                    .issue("A completed handoff says what came of it.")
                    .remedy("Send an output: first-visit, outcome or feedback.")
                    .at("Task.output"));
        }
        return issues;
    }

    /** Whom and what it is about, and who asked, stays as it was sent. */
    private static List<Issue> kept(Task from, Task to) {
        if (from.getStatus() == TaskStatus.DRAFT) {
            return List.of();
        }
        List<String> changed = new ArrayList<>();
        addIfChanged("for", from.getFor(), to.getFor(), changed);
        addIfChanged("focus", from.getFocus(), to.getFocus(), changed);
        addIfChanged("requester", from.getRequester(), to.getRequester(), changed);
        return changed.stream()
                .map(element -> TransitionCode.FIXED
                        .issue("Once a handoff is asked for, its " + element + " stays.")
                        .remedy("Cancel it with its reason and ask anew.")
                        .at("Task." + element))
                .toList();
    }

    private static void addIfChanged(String element, Reference from, Reference to, List<String> changed) {
        if (!Objects.equals(from.getReference(), to.getReference())) {
            changed.add(element);
        }
    }
}
