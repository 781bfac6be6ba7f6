package org.manypaths.handoff.transition;

import java.util.Set;

/** Where a handoff stands, with the status and the business status that its Task shows. */
public enum Standing {
    REQUESTED("requested", "sent"),
    RECEIVED("received", "received"),
    ACCEPTED("accepted", "received"),
    BOOKED("in-progress", "visit-booked"),
    /** A visit that did not take place: a state with a next try, never a failure. */
    MISSED("in-progress", "visit-missed"),
    ATTENDED("in-progress", "visit-kept"),
    COMPLETED("completed", "in-care"),
    REJECTED("rejected", "received"),
    CANCELLED("cancelled", "sent");

    private static final Set<Standing> CLOSED = Set.of(COMPLETED, REJECTED, CANCELLED);

    private final String status;
    private final String businessStatus;

    Standing(String status, String businessStatus) {
        this.status = status;
        this.businessStatus = businessStatus;
    }

    /** Task.status, by R4's code. */
    public String status() {
        return status;
    }

    /** Task.businessStatus, by {@code ihrp-handoff-business-status}. */
    public String businessStatus() {
        return businessStatus;
    }

    public boolean isClosed() {
        return CLOSED.contains(this);
    }
}
