package org.manypaths.handoff.gap;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * When the dose after a dose is due, by the instructions of its order; empty where they leave it open, never a guess.
 *
 * <p>Two forms are read: hours of the day, on each day or on days of the week, in as many instructions as there are; and
 * one instruction of once in so many hours, days, weeks or months. Pure.
 */
final class NextDose {

    private static final BigDecimal LONGEST = BigDecimal.valueOf(1000);

    private static final Set<TemporalPrecisionEnum> TO_THE_MINUTE =
            EnumSet.of(TemporalPrecisionEnum.MINUTE, TemporalPrecisionEnum.SECOND, TemporalPrecisionEnum.MILLI);

    /** So long before its hour a dose may be given and still be that one. */
    private static final Duration EARLY = Duration.ofHours(2);

    private NextDose() {}

    /**
     * The next moment on the clock of the place where the last dose was given.
     *
     * @param given when the last dose was given
     * @param zone whose days are meant where only a day is told
     */
    static Optional<OffsetDateTime> after(Type given, List<Dosage> instructions, ZoneOffset zone) {
        List<Dosage> regular = instructions.stream()
                .filter(instruction -> !CourseReader.isAsNeeded(instruction))
                .toList();
        Optional<OffsetDateTime> last = isToTheMinute(given) ? Moments.start(given, zone) : Optional.empty();
        if (last.isEmpty() || regular.isEmpty() || regular.stream().anyMatch(NextDose::isOpen)) {
            return Optional.empty();
        }
        List<TimingRepeatComponent> repeats =
                regular.stream().map(each -> each.getTiming().getRepeat()).toList();
        Optional<OffsetDateTime> next = repeats.stream().allMatch(TimingRepeatComponent::hasTimeOfDay)
                ? byTheHour(last.get(), repeats)
                : repeats.size() == 1 ? byInterval(last.get(), repeats.get(0)) : Optional.empty();
        return next.filter(due -> repeats.stream().allMatch(repeat -> isWithin(repeat, due, zone)));
    }

    private static boolean isToTheMinute(Type given) {
        Type start = given instanceof Period period ? period.getStartElement() : given;
        return start instanceof BaseDateTimeType time && time.hasValue() && TO_THE_MINUTE.contains(time.getPrecision());
    }

    /** What a timing may say and is not counted here: meals, ranges, courses of so many doses, single moments. */
    private static boolean isOpen(Dosage instruction) {
        TimingRepeatComponent repeat = instruction.getTiming().getRepeat();
        return instruction.getTiming().hasEvent()
                || repeat.hasWhen()
                || repeat.hasOffset()
                || repeat.hasCount()
                || repeat.hasCountMax()
                || repeat.hasFrequencyMax()
                || repeat.hasPeriodMax()
                || (repeat.hasBounds() && !repeat.hasBoundsPeriod());
    }

    private static boolean isWithin(TimingRepeatComponent repeat, OffsetDateTime due, ZoneOffset zone) {
        if (!repeat.hasBoundsPeriod()) {
            return true;
        }
        Period bounds = repeat.getBoundsPeriod();
        return Moments.start(bounds.getStartElement(), zone)
                        .map(start -> !due.isBefore(start))
                        .orElse(true)
                && (!bounds.hasEnd() || due.isBefore(Moments.end(bounds.getEndElement(), zone)));
    }

    private static Optional<OffsetDateTime> byInterval(OffsetDateTime last, TimingRepeatComponent repeat) {
        boolean once = repeat.getFrequency() == 1 || !repeat.hasFrequency();
        BigDecimal period = repeat.hasPeriod() ? repeat.getPeriod() : BigDecimal.ZERO;
        if (!once
                || repeat.hasDayOfWeek()
                || !repeat.hasPeriodUnit()
                || period.signum() <= 0
                || period.compareTo(LONGEST) > 0
                || period.stripTrailingZeros().scale() > 0) {
            return Optional.empty();
        }
        long count = period.longValue();
        return switch (repeat.getPeriodUnit()) {
            case MIN -> Optional.of(last.plusMinutes(count));
            case H -> Optional.of(last.plusHours(count));
            case D -> Optional.of(last.plusDays(count));
            case WK -> Optional.of(last.plusWeeks(count));
            case MO -> Optional.of(last.plusMonths(count));
            default -> Optional.empty();
        };
    }

    /** The hours of all instructions together: each is a dose. */
    private static Optional<OffsetDateTime> byTheHour(OffsetDateTime last, List<TimingRepeatComponent> repeats) {
        NavigableSet<OffsetDateTime> due = new TreeSet<>(OffsetDateTime.timeLineOrder());
        for (TimingRepeatComponent repeat : repeats) {
            Optional<List<LocalTime>> hours = hours(repeat);
            if (hours.isEmpty() || !isEachDay(repeat)) {
                return Optional.empty();
            }
            due.addAll(around(last, hours.get(), days(repeat)));
        }
        OffsetDateTime before = due.floor(last);
        OffsetDateTime next = due.higher(last);
        OffsetDateTime afterNext = next == null ? null : due.higher(next);
        if (before == null || next == null || afterNext == null) {
            return Optional.empty();
        }
        Duration since = Duration.between(before, last);
        Duration ahead = Duration.between(last, next);
        if (since.compareTo(ahead) <= 0) {
            return Optional.of(next);
        }
        return ahead.compareTo(EARLY) <= 0 && ahead.multipliedBy(3).compareTo(since) <= 0
                ? Optional.of(afterNext)
                : Optional.empty();
    }

    /** As often as there are hours: on each day, or on the days that are named. */
    private static boolean isEachDay(TimingRepeatComponent repeat) {
        int aDay = repeat.getTimeOfDay().size();
        int aWeek = aDay * repeat.getDayOfWeek().size();
        if (!repeat.hasPeriod() && !repeat.hasPeriodUnit() && !repeat.hasFrequency()) {
            return true;
        }
        boolean one = repeat.hasPeriod() && repeat.getPeriod().compareTo(BigDecimal.ONE) == 0 && repeat.hasPeriodUnit();
        return one
                && switch (repeat.getPeriodUnit()) {
                    case D -> !repeat.hasFrequency() || repeat.getFrequency() == aDay;
                    case WK -> repeat.hasDayOfWeek() && (!repeat.hasFrequency() || repeat.getFrequency() == aWeek);
                    default -> false;
                };
    }

    private static Optional<List<LocalTime>> hours(TimingRepeatComponent repeat) {
        try {
            return Optional.of(repeat.getTimeOfDay().stream()
                    .map(time -> LocalTime.parse(String.valueOf(time.getValue())))
                    .toList());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(TimingRepeatComponent repeat) {
        return repeat.hasDayOfWeek()
                ? repeat.getDayOfWeek().stream()
                        .filter(day -> day.hasValue())
                        .map(day ->
                                DayOfWeek.valueOf(day.getValue().getDisplay().toUpperCase(Locale.ENGLISH)))
                        .collect(Collectors.toSet())
                : Set.of(DayOfWeek.values());
    }

    /** Two weeks hold a dose before the last one and two after it, on whichever day of a week that was given. */
    private static Collection<OffsetDateTime> around(OffsetDateTime last, List<LocalTime> hours, Set<DayOfWeek> days) {
        List<OffsetDateTime> moments = new ArrayList<>();
        LocalDate first = last.toLocalDate().minusDays(15);
        Stream.iterate(first, day -> day.plusDays(1))
                .limit(31)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .forEach(day ->
                        hours.forEach(hour -> moments.add(day.atTime(hour).atOffset(last.getOffset()))));
        return moments;
    }
}
