package org.manypaths.narrative;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;

/** Dates as people write them, exactly as precise as they were recorded, and in the time of the place. */
final class DateSpeech {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

    private DateSpeech() {}

    static String of(BaseDateTimeType date) {
        String written = date.getValueAsString();
        if (written == null) {
            return "";
        }
        try {
            return of(written, date.getPrecision());
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    private static String of(String written, TemporalPrecisionEnum precision) {
        return switch (precision) {
            case YEAR -> YEAR.format(Year.parse(written));
            case MONTH -> MONTH.format(YearMonth.parse(written));
            case DAY -> DAY.format(LocalDate.parse(written));
            case MINUTE, SECOND, MILLI -> moment(OffsetDateTime.parse(written));
        };
    }

    /** The distance to UTC is told: a dose may be due in another place than it was given. */
    private static String moment(OffsetDateTime moment) {
        String offset = moment.getOffset().getId();
        return MINUTE.format((TemporalAccessor) moment)
                + (offset.equals("Z") ? " (UTC)" : " (UTC" + offset.replace('-', '\u2212') + ")");
    }

    static Optional<String> of(Period period) {
        if (period.hasStart() && period.hasEnd()) {
            return Optional.of(of(period.getStartElement()) + " to " + of(period.getEndElement()));
        }
        if (period.hasStart()) {
            return Optional.of("from " + of(period.getStartElement()));
        }
        return period.hasEnd() ? Optional.of("until " + of(period.getEndElement())) : Optional.empty();
    }
}
