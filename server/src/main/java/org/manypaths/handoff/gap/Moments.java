package org.manypaths.handoff.gap;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** FHIR's dates and times as moments on the clock of whoever wrote them. */
public final class Moments {

    private Moments() {}

    /** Where it begins: a day at its first minute, a period at its start; empty if it says nothing. */
    public static Optional<OffsetDateTime> start(Type time, ZoneOffset dayOf) {
        if (time instanceof Period period) {
            return start(period.getStartElement(), dayOf);
        }
        return time instanceof BaseDateTimeType moment && moment.hasValue()
                ? Optional.of(first(moment, dayOf))
                : Optional.empty();
    }

    /** The first moment after it: a day ends when the next begins. */
    public static OffsetDateTime end(BaseDateTimeType time, ZoneOffset dayOf) {
        OffsetDateTime start = first(time, dayOf);
        return switch (time.getPrecision()) {
            case YEAR -> start.plusYears(1);
            case MONTH -> start.plusMonths(1);
            case DAY -> start.plusDays(1);
            default -> start;
        };
    }

    private static OffsetDateTime first(BaseDateTimeType time, ZoneOffset dayOf) {
        String text = time.getValueAsString();
        return switch (time.getPrecision()) {
            case YEAR -> atStart(Year.parse(text).atDay(1), dayOf);
            case MONTH -> atStart(YearMonth.parse(text).atDay(1), dayOf);
            case DAY -> atStart(LocalDate.parse(text), dayOf);
            default -> time.getValue().toInstant().atOffset(offset(time, dayOf));
        };
    }

    private static ZoneOffset offset(BaseDateTimeType time, ZoneOffset otherwise) {
        return time.getTimeZone() == null
                ? otherwise
                : ZoneId.of(time.getTimeZone().getID().replace("GMT", "UTC"))
                        .getRules()
                        .getOffset(time.getValue().toInstant());
    }

    private static OffsetDateTime atStart(LocalDate day, ZoneOffset offset) {
        return day.atStartOfDay().atOffset(offset);
    }
}
