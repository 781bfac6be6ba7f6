package org.manypaths.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * When somebody treats a person: "has a treating provider relationship" is asked of the moment of the disclosure
 * (42 CFR 2.11, 2.31(a)(4)(ii)(B)), and nobody writes a record anew when a period runs out.
 *
 * @param from from when on; empty: always
 * @param until before when; empty: for good
 */
record TreatingTime(Optional<Instant> from, Optional<Instant> until) {

    static final TreatingTime ALWAYS = new TreatingTime(Optional.empty(), Optional.empty());

    private static final String PREFIX = Marks.TREATS + " ";
    private static final String BETWEEN = "/";

    static TreatingTime of(Period period) {
        return new TreatingTime(
                Optional.of(period.getStartElement())
                        .filter(BaseDateTimeType::hasValue)
                        .map(start -> start.getValue().toInstant()),
                Optional.of(period.getEndElement())
                        .filter(BaseDateTimeType::hasValue)
                        .map(TreatingTime::after));
    }

    /** Where a text of {@link #text()} says. */
    static TreatingTime of(String text) {
        if (!text.startsWith(PREFIX)) {
            return ALWAYS;
        }
        String[] ends = text.substring(PREFIX.length()).split(BETWEEN, -1);
        return new TreatingTime(moment(ends[0]), moment(ends[1]));
    }

    /** As it stands in a mark: the code of those who treat, with the two ends where there is one. */
    String text() {
        return equals(ALWAYS) ? Marks.TREATS : PREFIX + text(from) + BETWEEN + text(until);
    }

    /** When both hold. */
    TreatingTime and(TreatingTime other) {
        return new TreatingTime(
                Stream.of(from, other.from).flatMap(Optional::stream).max(Instant::compareTo),
                Stream.of(until, other.until).flatMap(Optional::stream).min(Instant::compareTo));
    }

    boolean includes(Instant now) {
        return from.filter(now::isBefore).isEmpty()
                && until.filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** A day counts to its end. */
    private static Instant after(BaseDateTimeType end) {
        Instant first = end.getValue().toInstant();
        return switch (end.getPrecision()) {
            case YEAR -> first.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
            case MONTH -> first.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
            case DAY -> first.atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
            default -> first;
        };
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::getEpochSecond).map(String::valueOf).orElse("");
    }

    private static Optional<Instant> moment(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
}
