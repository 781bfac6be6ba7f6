package org.manypaths.search;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Completes years and months in the bounds of a date search as FHIR means them.
 *
 * <p>{@code ge2026} includes all of 2026, and {@code le2026-03} all of March.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#prefix">Prefixes</a>
 */
final class PartialDateRules {

    private static final Pattern BOUND =
            Pattern.compile("(?<prefix>ge|le)(?<year>\\d{4})(?:-(?<month>0[1-9]|1[0-2]))?");

    private PartialDateRules() {}

    /** The value with the days in place, each of several alternatives by itself; all else stays as it is. */
    static String complete(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(PartialDateRules::completeOne)
                .collect(Collectors.joining(","));
    }

    private static String completeOne(String value) {
        Matcher bound = BOUND.matcher(value);
        if (!bound.matches()) {
            return value;
        }
        boolean lower = bound.group("prefix").equals("ge");
        String month = bound.group("month");
        int year = Integer.parseInt(bound.group("year"));
        YearMonth edge = YearMonth.of(year, month == null ? (lower ? 1 : 12) : Integer.parseInt(month));
        return bound.group("prefix") + (lower ? edge.atDay(1) : edge.atEndOfMonth());
    }
}
