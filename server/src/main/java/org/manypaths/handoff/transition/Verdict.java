package org.manypaths.handoff.transition;

/** Whether a move may be made. */
public enum Verdict {
    ALLOWED,
    /** The handoff is over. */
    CLOSED,
    /** Nothing leads from here to there. */
    NO_SUCH_MOVE,
    /** The move belongs to the other side. */
    OTHER_SIDE,
    REASON_MISSING,
    OUTCOME_MISSING
}
