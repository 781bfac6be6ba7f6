package org.manypaths.notification;

/** The moments of a delivery between which the process may end. */
enum Step {
    /** The row is leased; nobody else takes the letter. */
    LEASED,
    /** The gate let it pass; nothing has been sent. */
    PERMITTED,
    /** The receiver has answered; nothing is written down. */
    ANSWERED,
    /** What became of it is written down. */
    NOTED
}
