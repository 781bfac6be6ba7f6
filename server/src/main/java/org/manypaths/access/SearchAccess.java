package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manypaths.limits.OwnCriteria;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;

/** Narrows a search to what its caller may find, before it reaches the storage. */
class SearchAccess {

    static final String NAMED = "_query";

    private static final String SELF = SearchAccess.class.getName() + ".self";

    private final Narrowing narrowing;
    private final LinkedCriteria linked;
    private final CountedRecords counted;
    private final Set<NamedQuery> queries;

    SearchAccess(Narrowing narrowing, LinkedCriteria linked, CountedRecords counted, Collection<NamedQuery> queries) {
        this.counted = counted;
        this.narrowing = narrowing;
        this.linked = linked;
        this.queries = Set.copyOf(queries);
    }

    /** Changes the parameters of the request; its own address stays what the client sent. */
    void narrow(RequestDetails request, Sight sight) {
        if (request.getParameters().keySet().stream().anyMatch(CriteriaRules::isNamedQuery)) {
            admitNamed(request, sight);
            return;
        }
        request.getUserData().put(SELF, RestfulServerUtils.createLinkSelf(request.getFhirServerBase(), request));
        request.setParameters(narrowed(
                sight, request.getResourceName(), request.getParameters(), RequestAccess.servletRequest(request)));
    }

    /** A query that gathers in the name of its caller: what it gathers is decided record by record. */
    private void admitNamed(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        ScopeRules.require(sight.session(), type, Interaction.SEARCH);
        String[] names = request.getParameters().getOrDefault(NAMED, new String[0]);
        if (names.length != 1 || !queries.contains(new NamedQuery(type, names[0]))) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "There is no such named query for " + type + ".",
                    "The CapabilityStatement under /metadata lists those that there are; other searches have no _query.");
        }
        Map<String, String[]> others = new LinkedHashMap<>(request.getParameters());
        others.remove(NAMED);
        CriteriaRules.check(others);
        request.getUserData().put(RequestAccess.FILTERED, true);
        NarrowedSearches.add(RequestAccess.servletRequest(request), type, request.getParameters());
    }

    /** Whether the server made this search what it is; what it says of itself does not count. */
    static boolean isNarrowed(RequestDetails request) {
        return NarrowedSearches.contains(
                RequestAccess.servletRequest(request), request.getResourceName(), request.getParameters());
    }

    /** A number alone is noted now; what a page tells beyond its records when it is known, see {@link #noteTotal}. */
    private void count(Sight sight, String type, Map<String, String[]> narrowed, ServletRequest request) {
        List<String> others = CountedRecords.ofOthers(narrowed, person -> true);
        if (others.isEmpty()) {
            return;
        }
        CountedRecords.reachesOthers(request);
        if (CountedRecords.isCount(narrowed) && !counted.note(sight, type, narrowed, others, request)) {
            throw AccessCode.NAME_THE_PERSON.refusal(
                    "This would count more than " + CountedRecords.MOST + " records that others let out to you.",
                    "Name the person in the search, say with patient=Patient/id, or narrow it.");
        }
    }

    /**
     * Notes as given out what the total of a page tells of people of whom the page shows nothing.
     *
     * @param shown the people of whom it shows something
     * @return false where there is more than can be looked up, so that the total has to go
     */
    boolean noteTotal(RequestDetails request, Sight sight, Set<String> shown) {
        Map<String, String[]> narrowed = request.getParameters();
        return counted.note(
                sight,
                request.getResourceName(),
                narrowed,
                CountedRecords.ofOthers(narrowed, person -> !shown.contains(person)),
                RequestAccess.servletRequest(request));
    }

    static Optional<String> self(RequestDetails request) {
        return Optional.ofNullable((String) request.getUserData().get(SELF));
    }

    /** What the caller asks for, and nothing beyond what it may find. */
    Map<String, String[]> narrowed(Sight sight, String type, Map<String, String[]> asked, ServletRequest request) {
        ScopeRules.require(sight.session(), type, Interaction.SEARCH);
        CriteriaRules.check(asked);
        linked.checkSort(type, asked);
        Map<String, String[]> narrowed = new LinkedHashMap<>(linked.resolve(sight, type, asked));
        linked.addScopes(sight, type, narrowed);
        narrowing
                .values(sight, type, CriteriaRules.people(type, narrowed))
                .ifPresent(values -> narrowed.put(Marks.PARAMETER, new String[] {String.join(",", values)}));
        narrowed.values().stream()
                .flatMap(Arrays::stream)
                .filter(value -> asked.values().stream().flatMap(Arrays::stream).noneMatch(value::equals))
                .forEach(value -> OwnCriteria.add(request, value));
        NarrowedSearches.add(request, type, narrowed);
        count(sight, type, narrowed, request);
        return narrowed;
    }
}
