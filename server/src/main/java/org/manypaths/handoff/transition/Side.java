package org.manypaths.handoff.transition;

/** Who moves: each side makes only its own moves. */
public enum Side {
    SENDER,
    RECIPIENT
}
