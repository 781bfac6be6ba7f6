package org.manypaths.handoff.transition;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which moves lead from where to where, and whose they are.
 *
 * <p>The receiving side receives, accepts or rejects, books, says whether the person came, and completes. The sending side
 * may take the request back until the person has come.
 */
public final class TransitionRules {

    private static final Map<Standing, Set<Standing>> OF_RECIPIENT = Map.of(
            Standing.REQUESTED, Set.of(Standing.RECEIVED, Standing.ACCEPTED, Standing.REJECTED),
            Standing.RECEIVED, Set.of(Standing.ACCEPTED, Standing.REJECTED),
            Standing.ACCEPTED, Set.of(Standing.BOOKED, Standing.ATTENDED),
            Standing.BOOKED, Set.of(Standing.BOOKED, Standing.MISSED, Standing.ATTENDED),
            Standing.MISSED, Set.of(Standing.BOOKED, Standing.ATTENDED),
            Standing.ATTENDED, Set.of(Standing.COMPLETED));

    private static final Set<Standing> BEFORE_THE_VISIT =
            Set.of(Standing.REQUESTED, Standing.RECEIVED, Standing.ACCEPTED, Standing.BOOKED, Standing.MISSED);

    private static final Set<Standing> WITH_REASON = Set.of(Standing.REJECTED, Standing.CANCELLED);

    private TransitionRules() {}

    public static Verdict judge(Standing from, Move move) {
        if (from.isClosed()) {
            return Verdict.CLOSED;
        }
        if (!leads(from, move.to(), move.by())) {
            return leads(from, move.to(), other(move.by())) ? Verdict.OTHER_SIDE : Verdict.NO_SUCH_MOVE;
        }
        if (WITH_REASON.contains(move.to()) && isBlank(move.reason())) {
            return Verdict.REASON_MISSING;
        }
        return move.to() == Standing.COMPLETED && isBlank(move.outcome()) ? Verdict.OUTCOME_MISSING : Verdict.ALLOWED;
    }

    private static boolean leads(Standing from, Standing to, Side by) {
        return by == Side.RECIPIENT
                ? OF_RECIPIENT.getOrDefault(from, Set.of()).contains(to)
                : to == Standing.CANCELLED && BEFORE_THE_VISIT.contains(from);
    }

    private static Side other(Side side) {
        return side == Side.SENDER ? Side.RECIPIENT : Side.SENDER;
    }

    private static boolean isBlank(Optional<String> words) {
        return words.filter(text -> !text.isBlank()).isEmpty();
    }
}
