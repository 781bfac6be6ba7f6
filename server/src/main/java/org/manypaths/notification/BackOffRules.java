package org.manypaths.notification;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, up to a limit. */
final class BackOffRules {

    /** Beyond it the doubling has long met its limit; the shift must not overflow. */
    private static final int MOST_DOUBLINGS = 30;

    private BackOffRules() {}

    /** @param attempts made before the one that has just gone wrong */
    static Duration pause(int attempts, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
