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
 */
record AccountingRequest(String person, Instant from, Optional<String> recipient) {

    static AccountingRequest of(
            String person, @Nullable DateTimeType start, @Nullable String recipient, Instant earliest) {
        Instant from =
                start == null || !start.hasValue() ? earliest : start.getValue().toInstant();
        return new AccountingRequest(
                person,
                from.isBefore(earliest) ? earliest : from,
                Optional.ofNullable(recipient).map(reference -> reference.replaceFirst("^Organization/", "")));
    }
}
