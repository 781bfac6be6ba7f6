package org.manypaths.substanceprofile;

import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Up to when a record is told: everything, or what is dated until a day or a moment.
 *
 * <p>A day (month, year) takes in all of itself, as the clocks ran where each thing was written down. What is dated
 * vaguely counts from its first moment. What bears no date is told only where nothing is cut.
 */
record AsOf(Optional<DateTimeType> limit) {

    static AsOf everything() {
        return new AsOf(Optional.empty());
    }

    static AsOf until(DateTimeType limit) {
        return new AsOf(Optional.of(limit));
    }

    boolean cuts() {
        return limit.isPresent();
    }

    boolean covers(@Nullable Type dated) {
        return limit.isEmpty()
                || moment(dated).filter(moment -> reaches(limit.get(), moment)).isPresent();
    }

    private static Optional<BaseDateTimeType> moment(@Nullable Type dated) {
        if (dated instanceof Period period) {
            return moment(period.hasEnd() ? period.getEndElement() : period.getStartElement());
        }
        return dated instanceof BaseDateTimeType time && time.hasValue() ? Optional.of(time) : Optional.empty();
    }

    private static boolean reaches(DateTimeType limit, BaseDateTimeType moment) {
        if (hasTime(limit) && hasTime(moment)) {
            return !moment.getValue().toInstant().isAfter(limit.getValue().toInstant());
        }
        // One of the two is a day or less: both are compared as they are written.
        String written = moment.getValueAsString();
        String until = limit.getValueAsString();
        int length = Math.min(Math.min(written.length(), until.length()), "2026-01-09".length());
        return written.substring(0, length).compareTo(until.substring(0, length)) <= 0;
    }

    private static boolean hasTime(BaseDateTimeType time) {
        return time.getValueAsString().contains("T");
    }
}
