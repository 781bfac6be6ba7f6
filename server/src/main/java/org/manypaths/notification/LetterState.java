package org.manypaths.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a notification. */
enum LetterState {
    /** It is tried, now or later. */
    WAITING,
    /** The receiver said that it has it. */
    DELIVERED,
    /** The receiver may not know it. */
    WITHHELD,
    /** Nobody wants it any more: the subscription was ended. */
    STOPPED,
    /** Given up; somebody has to look at it. */
    DEAD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LetterState> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
