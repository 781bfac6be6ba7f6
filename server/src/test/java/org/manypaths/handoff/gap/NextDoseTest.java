package org.manypaths.handoff.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Timing.DayOfWeek;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NextDoseTest {

    /** A Friday. */
    private static final String FRIDAY = "2026-11-27T09:00:00-05:00";

    @Test
    void onDaysOfTheWeekIsOnTheNextOfThem() {
        Dosage thrice = dose(repeat -> {
            repeat.setFrequency(3).setPeriod(1).setPeriodUnit(UnitsOfTime.WK).addTimeOfDay("09:00:00");
            Stream.of(DayOfWeek.MON, DayOfWeek.WED, DayOfWeek.FRI).forEach(repeat::addDayOfWeek);
        });
        assertThat(after(FRIDAY, thrice)).contains(at("2026-11-30T09:00:00-05:00"));
        assertThat(after("2026-11-30T09:10:00-05:00", thrice)).contains(at("2026-12-02T09:00:00-05:00"));
        assertThat(after("2026-11-29T12:00:00-05:00", thrice))
                .as("of no day that was ordered")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T08:00:00-05:00, 2026-11-27T20:00:00-05:00",
        "2026-11-27T20:15:00-05:00, 2026-11-28T08:00:00-05:00",
        "2026-11-27T07:50:00-05:00, 2026-11-27T20:00:00-05:00",
        "2026-11-27T15:30:00-05:00, "
    })
    void ofTwoInstructionsIsTheNextOfBoth(String given, OffsetDateTime next) {
        Dosage morning = dose(repeat -> daily(repeat).addTimeOfDay("08:00:00"));
        Dosage evening = dose(repeat -> daily(repeat).addTimeOfDay("20:00:00"));
        assertThat(after(given, morning, evening)).isEqualTo(Optional.ofNullable(next));
        Dosage both = dose(repeat -> repeat.setFrequency(2)
                .setPeriod(1)
                .setPeriodUnit(UnitsOfTime.D)
                .addTimeOfDay("08:00:00")
                .addTimeOfDay("20:00:00"));
        assertThat(after(given, both)).isEqualTo(Optional.ofNullable(next));
    }

    @ParameterizedTest
    @CsvSource({
        "1, D, 2026-11-28T09:00:00-05:00",
        "8, H, 2026-11-27T17:00:00-05:00",
        "2, WK, 2026-12-11T09:00:00-05:00",
        "1, MO, 2026-12-27T09:00:00-05:00"
    })
    void onceInAPeriodIsThatPeriodLater(int period, UnitsOfTime unit, OffsetDateTime next) {
        assertThat(after(FRIDAY, dose(repeat -> repeat.setPeriod(period).setPeriodUnit(unit))))
                .contains(next);
    }

    @Test
    void whatIsTakenAsNeededSaysNothing() {
        Dosage more = dose(repeat -> {}).setAsNeeded(new BooleanType(true));
        assertThat(after(FRIDAY, dose(NextDoseTest::daily), more)).contains(at("2026-11-28T09:00:00-05:00"));
        assertThat(after(FRIDAY, more)).isEmpty();
    }

    @Test
    void onceTheOrderHasEndedNoneIsDue() {
        Dosage ending = dose(repeat -> daily(repeat)
                .setBounds(new org.hl7.fhir.r4.model.Period().setEndElement(new DateTimeType("2026-11-27"))));
        assertThat(after(FRIDAY, ending)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("open")
    void isNeverGuessed(Dosage instruction) {
        assertThat(after(FRIDAY, instruction)).isEmpty();
    }

    static Stream<Dosage> open() {
        return Stream.of(
                dose(repeat -> {}),
                dose(repeat -> daily(repeat).setFrequency(2)),
                dose(repeat -> daily(repeat).setFrequencyMax(2)),
                dose(repeat -> daily(repeat).setPeriod(1.5)),
                dose(repeat -> daily(repeat).setPeriod(0)),
                dose(repeat -> daily(repeat).setPeriod(1e17)),
                dose(repeat -> daily(repeat).addWhen(EventTiming.HS)),
                dose(repeat -> daily(repeat).setCount(5)),
                dose(repeat -> daily(repeat).setBounds(new Duration()).setBounds((Duration)
                        new Duration().setValue(3).setCode("d"))),
                dose(repeat -> daily(repeat).addDayOfWeek(DayOfWeek.MON)),
                dose(repeat -> repeat.setFrequency(3)
                        .setPeriod(1)
                        .setPeriodUnit(UnitsOfTime.WK)
                        .addTimeOfDay("09:00:00")
                        .addDayOfWeek(DayOfWeek.MON)),
                dose(repeat -> daily(repeat).addTimeOfDay("at nine")));
    }

    @Test
    void ofTwoIntervalsNobodyKnowsWhichWasGiven() {
        assertThat(after(FRIDAY, dose(NextDoseTest::daily), dose(NextDoseTest::daily)))
                .isEmpty();
    }

    @Test
    void afterADoseOfWhichOnlyTheDayIsKnownNobodyKnows() {
        assertThat(after("2026-11-27", dose(NextDoseTest::daily))).isEmpty();
    }

    private static Optional<OffsetDateTime> after(String given, Dosage... instructions) {
        return NextDose.after(new DateTimeType(given), List.of(instructions), ZoneOffset.ofHours(-5));
    }

    private static OffsetDateTime at(String moment) {
        return OffsetDateTime.parse(moment);
    }

    private static TimingRepeatComponent daily(TimingRepeatComponent repeat) {
        return repeat.setFrequency(1).setPeriod(1).setPeriodUnit(UnitsOfTime.D);
    }

    private static Dosage dose(Consumer<TimingRepeatComponent> timing) {
        Dosage dosage = new Dosage();
        timing.accept(dosage.getTiming().getRepeat());
        return dosage;
    }
}
