package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.AnswerAccess.Shown;

/**
 * Leaves out of a search page what came in by way of a hidden record: that it hangs together with what was found is
 * known from the hidden record alone.
 */
final class Reachable {

    /** A transaction, or a batch, is one of many. */
    private static final Set<RestOperationTypeEnum> SEARCHES = EnumSet.of(
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.SEARCH_SYSTEM,
            RestOperationTypeEnum.GET_PAGE,
            RestOperationTypeEnum.TRANSACTION);

    private Reachable() {}

    /** A record that is left out by the page and by those who write of it. */
    static void leaveOut(Bundle page, Collection<Shown> shown, Collection<Shown> loose) {
        loose.forEach(record -> page.getEntry().removeIf(entry -> entry.getResource() == record.resource()));
        shown.removeAll(loose);
    }

    /** Takes out of the page, and of what is shown, the included records of people that nothing shown leads to. */
    static void keep(Bundle page, RequestDetails request, Collection<Shown> shown) {
        Set<Resource> found = modes(page, SearchEntryMode.MATCH);
        Set<Resource> included = modes(page, SearchEntryMode.INCLUDE);
        if (found.isEmpty() || included.isEmpty() || !SEARCHES.contains(request.getRestOperationType())) {
            return;
        }
        Set<String> reached = reached(found, shown);
        List<Shown> loose = shown.stream()
                .filter(record -> included.contains(record.resource())
                        && !record.marks().people().isEmpty()
                        && !reached.contains(key(record.resource().getIdElement())))
                .toList();
        leaveOut(page, shown, loose);
    }

    private static Set<Resource> modes(Bundle page, SearchEntryMode mode) {
        Set<Resource> resources = Collections.newSetFromMap(new IdentityHashMap<>());
        page.getEntry().stream()
                .filter(entry -> entry.hasResource() && entry.getSearch().getMode() == mode)
                .forEach(entry -> resources.add(entry.getResource()));
        return resources;
    }

    /** Along references, and against them except from an included person, on whom everything hangs. */
    private static Set<String> reached(Set<Resource> found, Collection<Shown> shown) {
        Set<String> there = new HashSet<>();
        shown.forEach(record -> there.add(key(record.resource().getIdElement())));
        Set<String> start = new HashSet<>();
        found.forEach(resource -> start.add(key(resource.getIdElement())));
        Map<String, Set<String>> next = new HashMap<>();
        for (Shown record : shown) {
            String from = key(record.resource().getIdElement());
            References.visit(record.resource(), reference -> {
                String to = key(new IdType(References.key(reference)));
                next.computeIfAbsent(from, key -> new HashSet<>()).add(to);
                if (start.contains(to) || !to.startsWith("Patient/")) {
                    next.computeIfAbsent(to, key -> new HashSet<>()).add(from);
                }
            });
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String one = open.remove();
            if (there.contains(one) && reached.add(one)) {
                open.addAll(next.getOrDefault(one, Set.of()));
            }
        }
        return reached;
    }

    private static String key(IdType id) {
        return String.valueOf(id.toUnqualifiedVersionless().getValue());
    }
}
