package org.manypaths.access;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.RecordName;

/**
 * What one {@code $everything} asked for; it is kept with the search, for its later pages.
 *
 * @param person the logical id
 * @param types empty where all are asked for
 * @param from milliseconds, of what was stored since then
 * @param until milliseconds, of what was stored up to then
 */
record Everything(String person, Set<String> types, long from, long until) {

    private static final String KEY = Everything.class.getName();

    /** No parameter of a client can look like it: its dollar and its ampersand would be escaped. */
    private static final Pattern TEXT =
            Pattern.compile("&\\$everything=(?<person>[^;]*);(?<types>[^;]*);(?<from>-?\\d+);(?<until>-?\\d+)$");

    Everything {
        types = Set.copyOf(types);
    }

    static Everything of(String person, SearchParameterMap parameters) {
        Set<String> types = Optional.ofNullable(parameters.get(Constants.PARAM_TYPE)).stream()
                .flatMap(Collection::stream)
                .flatMap(Collection::stream)
                .flatMap(value -> Arrays.stream(value.getValueAsQueryToken().split(",")))
                .map(type -> type.strip().replaceAll("[^A-Za-z]", "-"))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toCollection(TreeSet::new));
        Optional<DateRangeParam> stored = Optional.ofNullable(parameters.getLastUpdated());
        return new Everything(
                person,
                types,
                stored.map(DateRangeParam::getLowerBoundAsInstant)
                        .map(Date::toInstant)
                        .map(Instant::toEpochMilli)
                        .orElse(Long.MIN_VALUE),
                stored.map(DateRangeParam::getUpperBoundAsInstant)
                        .map(Date::toInstant)
                        .map(Instant::toEpochMilli)
                        .orElse(Long.MAX_VALUE));
    }

    /** As it stands behind the query of the stored search. */
    String text() {
        return "&$everything=" + person + ";" + String.join(",", new TreeSet<>(types)) + ";" + from + ";" + until;
    }

    static Optional<Everything> of(String query) {
        Matcher found = TEXT.matcher(query);
        if (!found.find()) {
            return Optional.empty();
        }
        Set<String> types = Arrays.stream(found.group("types").split(","))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
        return Optional.of(new Everything(
                found.group("person"),
                types,
                Long.parseLong(found.group("from")),
                Long.parseLong(found.group("until"))));
    }

    /** Whether it is in the answer for its own sake, if the person's records of its type are. */
    boolean asksFor(Resource record) {
        boolean isPerson = RecordName.plain(record).equals("Patient/" + person);
        Optional<Long> stored = Optional.ofNullable(record.getMeta().getLastUpdated())
                .map(Date::toInstant)
                .map(Instant::toEpochMilli);
        return isPerson
                || ((types.isEmpty() || types.contains(record.fhirType()))
                        && !AccessTypes.DIRECTORY.contains(record.fhirType())
                        && stored.filter(moment -> moment < from || moment > until)
                                .isEmpty());
    }

    /** Notes for the answer that this search is such a one. */
    void remember(RequestDetails request, String search) {
        all(request).put(search, this);
    }

    /** One without pages is not stored, and its answer has another id than its search. */
    static Optional<Everything> recall(RequestDetails request, String search) {
        Map<String, Everything> all = all(request);
        return Optional.ofNullable(all.get(search))
                .or(() -> all.size() == 1 && "$everything".equals(request.getOperation())
                        ? all.values().stream().findFirst()
                        : Optional.empty());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Everything> all(RequestDetails request) {
        return (Map<String, Everything>) request.getUserData().computeIfAbsent(KEY, key -> new ConcurrentHashMap<>());
    }
}
