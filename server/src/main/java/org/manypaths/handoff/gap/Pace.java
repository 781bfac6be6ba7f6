package org.manypaths.handoff.gap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * How much of a product is taken in a day: where there is a choice, the most. Pure.
 *
 * @param perDay more than nothing
 * @param unit any quantity in the unit that is meant
 */
record Pace(double perDay, Quantity unit) {

    private static final Map<UnitsOfTime, Double> DAYS = Map.of(
            UnitsOfTime.MIN, 1 / 1440.0,
            UnitsOfTime.H, 1 / 24.0,
            UnitsOfTime.D, 1.0,
            UnitsOfTime.WK, 7.0,
            UnitsOfTime.MO, 28.0);

    /** Of all instructions together; empty where one of them does not say how much and how often. */
    static Optional<Pace> of(List<Dosage> instructions) {
        List<Pace> paces =
                instructions.stream().flatMap(each -> of(each).stream()).toList();
        boolean all = !paces.isEmpty() && paces.size() == instructions.size();
        return all && paces.stream().allMatch(pace -> pace.isIn(paces.get(0).unit()))
                ? Optional.of(new Pace(
                        paces.stream().mapToDouble(Pace::perDay).sum(),
                        paces.get(0).unit()))
                : Optional.empty();
    }

    /** At which a supply was meant to be used up. */
    static Optional<Pace> of(MedicationDispense supply) {
        return DaysSupply.of(supply.getDaysSupply())
                .map(Duration::toMinutes)
                .filter(minutes -> minutes > 0 && isAmount(supply.getQuantity()))
                .map(minutes ->
                        new Pace(supply.getQuantity().getValue().doubleValue() * 1440 / minutes, supply.getQuantity()));
    }

    private static Optional<Pace> of(Dosage instruction) {
        if (instruction.hasAsNeeded() || instruction.getDoseAndRate().size() != 1) {
            return Optional.empty();
        }
        DosageDoseAndRateComponent dose = instruction.getDoseAndRateFirstRep();
        Quantity amount = dose.hasDoseRange()
                ? dose.getDoseRange().getHigh()
                : dose.hasDoseQuantity() ? dose.getDoseQuantity() : new Quantity();
        OptionalDouble often = timesADay(instruction.getTiming().getRepeat());
        return isAmount(amount) && often.isPresent()
                ? Optional.of(new Pace(amount.getValue().doubleValue() * often.getAsDouble(), amount))
                : Optional.empty();
    }

    private static OptionalDouble timesADay(TimingRepeatComponent repeat) {
        double times = Math.max(1, repeat.getTimeOfDay().size());
        double byDays = repeat.getDayOfWeek().size() * times / 7;
        double byTimes = repeat.hasTimeOfDay() && !repeat.hasDayOfWeek() && !repeat.hasPeriod() ? times : 0;
        Double unit = repeat.hasPeriodUnit() ? DAYS.get(repeat.getPeriodUnit()) : null;
        double period =
                unit == null || !repeat.hasPeriod() ? 0 : repeat.getPeriod().doubleValue() * unit;
        int frequency = Math.max(1, Math.max(repeat.getFrequency(), repeat.getFrequencyMax()));
        double byPeriod = period > 0 ? frequency / period : 0;
        double most = Math.max(byDays, Math.max(byTimes, byPeriod));
        return most > 0 && most < 1440 ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    private static boolean isAmount(Quantity amount) {
        return amount.hasValue() && amount.getValue().signum() > 0 && !amount.hasComparator();
    }

    private boolean isIn(Quantity other) {
        boolean coded = unit.hasCode()
                && other.hasCode()
                && unit.getCode().equals(other.getCode())
                && String.valueOf(unit.getSystem()).equals(String.valueOf(other.getSystem()));
        return coded || (unit.hasUnit() && unit.getUnit().equalsIgnoreCase(other.getUnit()));
    }

    /** How many times as fast as another; empty where they are not told in the same unit. */
    Optional<Double> times(Pace other) {
        return isIn(other.unit()) ? Optional.of(perDay / other.perDay()) : Optional.empty();
    }
}
