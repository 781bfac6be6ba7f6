package org.manypaths.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Timing.DayOfWeek;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** How often something is, as people say it: "2 times a week", "every 4 to 6 hours", "once a day, at 08:00". */
public final class FrequencySpeech {

    private FrequencySpeech() {}

    /** Empty where nothing is told of how often. */
    public static Optional<String> of(TimingRepeatComponent repeat) {
        List<String> said = new ArrayList<>();
        if (repeat.hasFrequency() || hasPeriod(repeat)) {
            said.add(often(repeat));
        }
        listed(repeat.getDayOfWeek(), FrequencySpeech::day).ifPresent(days -> said.add("on " + days));
        listed(repeat.getTimeOfDay(), FrequencySpeech::minute).ifPresent(times -> said.add("at " + times));
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    private static String often(TimingRepeatComponent repeat) {
        String times = times(repeat);
        if (!hasPeriod(repeat)) {
            return times;
        }
        boolean single = isOne(repeat.getPeriod()) && !repeat.hasPeriodMax();
        if (single) {
            return times + " " + oneOf(repeat.getPeriodUnit());
        }
        String every = "every " + MeasureSpeech.number(repeat.getPeriod())
                + (repeat.hasPeriodMax() ? " to " + MeasureSpeech.number(repeat.getPeriodMax()) : "") + " "
                + word(repeat.getPeriodUnit()) + "s";
        return times.equals("once") ? every : times + " " + every;
    }

    /** A frequency that is not told is one. */
    private static String times(TimingRepeatComponent repeat) {
        int least = repeat.hasFrequency() ? repeat.getFrequency() : 1;
        if (repeat.hasFrequencyMax() && repeat.getFrequencyMax() != least) {
            return least + " to " + repeat.getFrequencyMax() + " times";
        }
        return least == 1 ? "once" : least + " times";
    }

    private static boolean hasPeriod(TimingRepeatComponent repeat) {
        return repeat.hasPeriod() && repeat.hasPeriodUnit();
    }

    private static boolean isOne(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) == 0;
    }

    private static String oneOf(UnitsOfTime unit) {
        return (unit == UnitsOfTime.H ? "an " : "a ") + word(unit);
    }

    private static String word(UnitsOfTime unit) {
        return CodeWords.of(unit.toCode());
    }

    private static String day(Enumeration<DayOfWeek> day) {
        return day.getValue().getDisplay();
    }

    /** Nobody takes anything to the second. */
    private static String minute(TimeType time) {
        return time.getValue().replaceAll("^(\\d\\d:\\d\\d).*", "$1");
    }

    private static <T extends PrimitiveType<?>> Optional<String> listed(List<T> values, Function<T, String> words) {
        List<String> all =
                values.stream().filter(PrimitiveType::hasValue).map(words).toList();
        int last = all.size() - 1;
        if (last <= 0) {
            return all.stream().findFirst();
        }
        return Optional.of(String.join(", ", all.subList(0, last)) + " and " + all.get(last));
    }
}
