package org.manypaths.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * One caller asking for one record, for one purpose, at one moment.
 *
 * @param emergency present when the caller declares a medical emergency
 */
public record DisclosureRequest(
        Caller caller, Purpose purpose, RecordFacts record, Instant at, Optional<Emergency> emergency) {

    /**
     * A bona fide medical emergency (42 CFR 2.51).
     *
     * @param person the one person it is about
     * @param reason the nature of the emergency, in words
     * @param until when the override ends
     */
    public record Emergency(String person, String reason, Instant until) {}
}
