package org.manypaths.audit;

import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.util.UrlUtil;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of the trail one page shows.
 *
 * @param from the earliest moment, inclusive
 * @param until the latest moment, inclusive; always there, so that what comes later does not shift the pages
 */
record TrailPage(Optional<Instant> from, Optional<Instant> until, int offset, int count) {

    private static final Set<String> OURS = Set.of("_offset", "_count");

    static TrailPage of(
            @Nullable Integer count,
            @Nullable Integer offset,
            @Nullable DateRangeParam date,
            Instant now,
            int usual,
            int largest) {
        Optional<DateRangeParam> range = Optional.ofNullable(date);
        return new TrailPage(
                range.map(DateRangeParam::getLowerBoundAsInstant).map(Date::toInstant),
                Optional.of(range.map(DateRangeParam::getUpperBoundAsInstant)
                        .map(Date::toInstant)
                        .orElse(now)),
                Math.max(0, offset == null ? 0 : offset),
                Math.max(1, Math.min(largest, count == null ? usual : count)));
    }

    /** The address of the page after this one. */
    String next(String base, Map<String, String[]> asked) {
        Stream<String> kept = asked.entrySet().stream()
                .filter(parameter -> !OURS.contains(parameter.getKey()))
                .flatMap(
                        parameter -> Arrays.stream(parameter.getValue()).map(value -> pair(parameter.getKey(), value)));
        boolean bounded = Arrays.stream(asked.getOrDefault("date", new String[0]))
                .anyMatch(value -> !value.startsWith("ge") && !value.startsWith("gt"));
        Stream<String> bound = bounded ? Stream.empty() : until.map(moment -> pair("date", "le" + moment)).stream();
        Stream<String> place = Stream.of(pair("_count", String.valueOf(count)), pair("_offset", "" + (offset + count)));
        return base + "?" + Stream.of(kept, bound, place).flatMap(part -> part).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return UrlUtil.escapeUrlParam(name) + "=" + UrlUtil.escapeUrlParam(value);
    }
}
