package org.manypaths.audit;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/**
 * Whose disclosures are asked for.
 *
 * @param from never before the three years that an accounting covers
 * @param recipient logical id of an Organization
 * @param isAhead whether that is still to come, so that nothing can be found
 */
record AccountingRequest(String person, Instant from, Optional<String> recipient, boolean isAhead) {

    static AccountingRequest of(
            String person, @Nullable DateTimeType start, @Nullable String recipient, Instant earliest, Instant now) {
        Instant from =
                start == null || !start.hasValue() ? earliest : start.getValue().toInstant();
        return new AccountingRequest(
                person,
                from.isBefore(earliest) ? earliest : from,
                Optional.ofNullable(recipient).map(reference -> reference.replaceFirst("^Organization/", "")),
                from.isAfter(now));
    }
}
