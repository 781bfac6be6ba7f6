package org.manypaths.audit;

/** What came of it. The names are stored: one may be added, none changed. */
public enum Outcome {
    SUCCESS,
    /** The server would not. */
    REFUSED,
    /** The server could not. */
    FAILED
}
