package org.manypaths.transition;

import static org.hl7.fhir.r4.model.Task.TaskStatus.ACCEPTED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.CANCELLED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.COMPLETED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.DRAFT;
import static org.hl7.fhir.r4.model.Task.TaskStatus.ENTEREDINERROR;
import static org.hl7.fhir.r4.model.Task.TaskStatus.INPROGRESS;
import static org.hl7.fhir.r4.model.Task.TaskStatus.ONHOLD;
import static org.hl7.fhir.r4.model.Task.TaskStatus.RECEIVED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.REJECTED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.REQUESTED;
import static org.manypaths.transition.BusinessStatus.CONTACT_TRIED;
import static org.manypaths.transition.BusinessStatus.IN_CARE;
import static org.manypaths.transition.BusinessStatus.NOT_YET_REACHED;
import static org.manypaths.transition.BusinessStatus.OVERDUE;
import static org.manypaths.transition.BusinessStatus.VISIT_BOOKED;
import static org.manypaths.transition.BusinessStatus.VISIT_KEPT;
import static org.manypaths.transition.BusinessStatus.VISIT_MISSED;
import static org.manypaths.transition.Side.OWNER;
import static org.manypaths.transition.Side.REQUESTER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Which moves a handoff can make, and whose move each is. Pure.
 *
 * <p>There are two at once: of the status, and of what is said in plain words. A write may make either or both.
 */
final class MoveRules {

    private static final Set<Side> NOBODY = EnumSet.noneOf(Side.class);
    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);
    private static final Set<TaskStatus> ENDED = EnumSet.of(REJECTED, CANCELLED, COMPLETED, ENTEREDINERROR);

    private static final List<Move> MOVES = List.of(
            new Move(DRAFT, EnumSet.of(REQUESTED, CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(REQUESTED, EnumSet.of(CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(REQUESTED, EnumSet.of(RECEIVED, ACCEPTED, REJECTED), OWNER),
            new Move(RECEIVED, EnumSet.of(CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(RECEIVED, EnumSet.of(ACCEPTED, REJECTED, ONHOLD), OWNER),
            new Move(ACCEPTED, EnumSet.of(CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(ACCEPTED, EnumSet.of(INPROGRESS, ONHOLD, COMPLETED, CANCELLED), OWNER),
            new Move(INPROGRESS, EnumSet.of(CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(INPROGRESS, EnumSet.of(ONHOLD, COMPLETED, CANCELLED), OWNER),
            new Move(ONHOLD, EnumSet.of(CANCELLED, ENTEREDINERROR), REQUESTER),
            new Move(ONHOLD, EnumSet.of(RECEIVED, ACCEPTED, INPROGRESS, CANCELLED), OWNER),
            new Move(CANCELLED, EnumSet.of(ENTEREDINERROR), REQUESTER),
            new Move(REJECTED, EnumSet.of(ENTEREDINERROR), OWNER),
            new Move(COMPLETED, EnumSet.of(ENTEREDINERROR), OWNER));

    private MoveRules() {}

    /** Whether nothing comes after it but that it was an error. */
    static boolean isEnd(TaskStatus status) {
        return ENDED.contains(status);
    }

    private record Move(TaskStatus from, Set<TaskStatus> to, Side side) {}

    /** Whose move it is; empty where it is nobody's. To stay is everybody's. */
    static Set<Side> movers(HandoffState from, HandoffState to) {
        if (!standsWith(to)) {
            return NOBODY;
        }
        Set<Side> movers = EnumSet.copyOf(statusMovers(from.status(), to.status()));
        movers.retainAll(businessMovers(from, to));
        return movers;
    }

    /** The moves that somebody of these sides may make from here, in words. */
    static String possible(HandoffState from, Set<Side> sides) {
        String statuses = sides.stream()
                .sorted()
                .map(side -> side.words() + " may make it " + list(statuses(from.status(), side)))
                .collect(Collectors.joining("; "));
        List<String> said = business(from, sides);
        String words = said.isEmpty() ? "" : " Its business status may become " + list(said) + ".";
        return "From " + from.words() + " " + statuses + "." + words;
    }

    private static Set<Side> statusMovers(TaskStatus from, TaskStatus to) {
        if (from == to) {
            return BOTH;
        }
        return MOVES.stream()
                .filter(move -> move.from() == from && move.to().contains(to))
                .map(Move::side)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Side.class)));
    }

    private static Set<Side> businessMovers(HandoffState from, HandoffState to) {
        if (from.business() == to.business()) {
            return BOTH;
        }
        if (ENDED.contains(from.status()) || !isReachable(from.business(), to.business())) {
            return NOBODY;
        }
        // While a visit is booked, only who booked it can say that it does not stand any more.
        boolean outreach =
                (to.business() == CONTACT_TRIED || to.business() == NOT_YET_REACHED) && from.business() != VISIT_BOOKED;
        boolean neutral = BusinessStatus.NEUTRAL.contains(to.business());
        return outreach || neutral ? BOTH : EnumSet.of(OWNER);
    }

    private static boolean isReachable(BusinessStatus from, BusinessStatus to) {
        boolean kept = from == VISIT_KEPT || from == IN_CARE;
        return switch (to) {
            case UNSAID, SENT, RECEIVED -> BusinessStatus.NEUTRAL.contains(from) || from == OVERDUE;
            case CONTACT_TRIED, NOT_YET_REACHED, VISIT_BOOKED, DECLINED_BY_PERSON -> !kept;
            case VISIT_MISSED -> from == VISIT_BOOKED || from == OVERDUE;
            case VISIT_KEPT -> from != IN_CARE;
            case IN_CARE -> from == VISIT_KEPT;
            case OVERDUE -> false;
        };
    }

    /** Whether the two go together. */
    private static boolean standsWith(HandoffState state) {
        BusinessStatus business = state.business();
        return switch (state.status()) {
            case DRAFT -> BusinessStatus.NEUTRAL.contains(business);
            case REQUESTED, RECEIVED ->
                BusinessStatus.NEUTRAL.contains(business)
                        || business == CONTACT_TRIED
                        || business == NOT_YET_REACHED
                        || business == OVERDUE;
            case ACCEPTED, INPROGRESS, ONHOLD, REJECTED, CANCELLED, ENTEREDINERROR -> true;
            case COMPLETED -> BusinessStatus.SETTLED.contains(business);
            case READY, FAILED, NULL -> false;
        };
    }

    private static List<String> statuses(TaskStatus from, Side side) {
        return MOVES.stream()
                .filter(move -> move.from() == from && move.side() == side)
                .flatMap(move -> move.to().stream())
                .map(TaskStatus::toCode)
                .toList();
    }

    /** Their codes, each with the statuses that it needs where it cannot be said in the one of now. */
    private static List<String> business(HandoffState from, Set<Side> sides) {
        List<String> said = new ArrayList<>();
        for (BusinessStatus to : BusinessStatus.values()) {
            List<TaskStatus> with = to == from.business() || to == BusinessStatus.UNSAID
                    ? List.of()
                    : Arrays.stream(TaskStatus.values())
                            .filter(status -> !isEnd(status) || status == COMPLETED)
                            .filter(status -> movers(from, new HandoffState(status, to)).stream()
                                    .anyMatch(sides::contains))
                            .toList();
            if (with.contains(from.status())) {
                said.add(to.code());
            } else if (!with.isEmpty()) {
                said.add(to.code() + " (with the status "
                        + list(with.stream().map(TaskStatus::toCode).toList()) + ")");
            }
        }
        return said;
    }

    private static String list(List<String> words) {
        if (words.isEmpty()) {
            return "nothing else";
        }
        return words.size() == 1
                ? words.get(0)
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }
}
