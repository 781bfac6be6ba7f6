package org.manypaths.transition;

/** One of the two that a handoff is between. */
enum Side {
    REQUESTER("the requesting side"),
    OWNER("the receiving side");

    private final String words;

    Side(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
