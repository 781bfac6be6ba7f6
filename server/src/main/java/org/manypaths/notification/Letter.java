package org.manypaths.notification;

import java.time.Instant;
import java.util.Optional;

/**
 * One notification: that something changed, never what it says.
 *
 * @param number rises with each letter; the order in which a receiver is told about one person
 * @param eventId the same at every attempt, so that the receiver knows a repetition
 * @param person {@code Patient/id} of whom it is about, or the focus itself where it names nobody
 * @param focus {@code Type/id/_history/version}
 */
record Letter(
        long number,
        String eventId,
        String subscriber,
        String person,
        String focus,
        LetterState state,
        int attempts,
        Instant occurred,
        Instant due,
        Instant giveUp,
        Optional<String> problem) {}
