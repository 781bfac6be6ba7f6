package org.manypaths.handoff.gap;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Quantity;

/**
 * For how long a supply was handed over, by {@code MedicationDispense.daysSupply}.
 *
 * <p>In UCUM's h, d, wk or mo, or in their English names; a number alone is days, as the element's name says. All else is
 * not known, and what nobody knows bridges nothing. Pure.
 */
public final class DaysSupply {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final Duration LONGEST = Duration.ofDays(366);

    /** A month is the shortest there is: on the safe side. */
    private static final Map<String, Duration> UNITS = Map.of(
            "h", Duration.ofHours(1), "d", Duration.ofDays(1), "wk", Duration.ofDays(7), "mo", Duration.ofDays(28));

    private static final Map<String, Set<String>> NAMES = Map.of(
            "h", Set.of("h", "hr", "hrs", "hour", "hours"),
            "d", Set.of("d", "day", "days"),
            "wk", Set.of("wk", "wks", "week", "weeks"),
            "mo", Set.of("mo", "month", "months"));

    private DaysSupply() {}

    /**
     * The time; empty where it cannot be read with certainty.
     *
     * <p>So too where it is not more than nothing or longer than a year, or where unit and code contradict each other.
     */
    public static Optional<Duration> of(Quantity supply) {
        if (!supply.hasValue() || supply.hasComparator()) {
            return Optional.empty();
        }
        return unit(supply)
                .filter(unit -> isBelieved(supply.getValue(), unit))
                .map(unit -> Duration.ofMinutes(Math.round(supply.getValue().doubleValue() * unit.toMinutes())));
    }

    private static boolean isBelieved(BigDecimal value, Duration unit) {
        return value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(LONGEST.toMinutes())) < 0
                && value.doubleValue() * unit.toMinutes() <= LONGEST.toMinutes();
    }

    private static Optional<Duration> unit(Quantity supply) {
        Optional<String> named = named(supply.getUnit());
        if (supply.hasCode()) {
            boolean ucum = !supply.hasSystem() || UCUM.equals(supply.getSystem());
            return Optional.of(supply.getCode())
                    .filter(code -> ucum && named.map(code::equals).orElse(true))
                    .map(UNITS::get);
        }
        return supply.hasUnit() ? named.map(UNITS::get) : Optional.ofNullable(UNITS.get("d"));
    }

    /** The code of a unit that has an English name; empty for one in another language, which the code may explain. */
    private static Optional<String> named(@org.jspecify.annotations.Nullable String unit) {
        String lower = Objects.requireNonNullElse(unit, "").strip().toLowerCase(Locale.ENGLISH);
        return NAMES.entrySet().stream()
                .filter(names -> names.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
