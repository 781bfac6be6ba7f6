package org.manypaths.transition;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a handoff may be silent.
 *
 * @param deadlines how long after a step is waited for somebody looks for the person; rising
 * @param visitGrace how long after the start of a booked visit it must be said whether the person came
 * @param visitHorizon how long after a visit was booked somebody asks at the latest, however far off it is
 * @param sweep how often the server looks for deadlines that have passed
 */
@ConfigurationProperties("manypaths.transition")
public record TransitionSettings(
        @DefaultValue({"24h", "48h", "72h"}) List<Duration> deadlines,
        @DefaultValue("4h") Duration visitGrace,
        @DefaultValue("30d") Duration visitHorizon,
        @DefaultValue("1m") Duration sweep) {

    public TransitionSettings {
        deadlines = List.copyOf(deadlines);
        if (deadlines.isEmpty()
                || !deadlines.equals(deadlines.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException(
                    "manypaths.transition.deadlines must be at least one, each after the last");
        }
        if (Stream.of(deadlines.get(0), visitHorizon, sweep).anyMatch(time -> time.isNegative() || time.isZero())) {
            throw new IllegalArgumentException("manypaths.transition has a time that is not longer than nothing");
        }
    }
}
