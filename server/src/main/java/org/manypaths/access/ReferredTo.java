package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.AnswerAccess.Shown;
import org.manypaths.audit.RecordName;

/**
 * Leaves out of {@code $everything} what is in it only because a hidden record refers to it: an author, a place, or a
 * goal that was not asked for is there when a record that is shown leads to it, be that on another page.
 */
class ReferredTo {

    private final LinkIndex links;
    private final RecordGuard guard;
    private final ScopeMatch scopes;

    ReferredTo(LinkIndex links, RecordGuard guard, ScopeMatch scopes) {
        this.links = links;
        this.guard = guard;
        this.scopes = scopes;
    }

    void keep(Bundle page, Everything asked, RequestDetails request, Sight sight, Collection<Shown> shown) {
        if (sight.isUnlimited()) {
            return;
        }
        page.setTotalElement(null);
        Set<String> reached = reachedOnPage(asked, shown);
        Search search = new Search(asked, request, sight, reached);
        List<Shown> loose = shown.stream()
                .filter(record -> !search.isReached(RecordName.plain(record.resource()), Set.of()))
                .toList();
        Reachable.leaveOut(page, shown, loose);
    }

    /** What stands for itself, and what that leads to within the page. */
    private static Set<String> reachedOnPage(Everything asked, Collection<Shown> shown) {
        Map<String, Set<String>> leads = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Shown record : shown) {
            Set<String> targets = targets(record.resource());
            String name = RecordName.plain(record.resource());
            leads.put(name, targets);
            if (standsForItself(asked, record.resource(), targets)) {
                open.add(name);
            }
        }
        Set<String> reached = new HashSet<>();
        while (!open.isEmpty()) {
            String one = open.remove();
            if (leads.containsKey(one) && reached.add(one)) {
                open.addAll(leads.get(one));
            }
        }
        return reached;
    }

    private static boolean standsForItself(Everything asked, Resource record, Set<String> targets) {
        String person = "Patient/" + asked.person();
        return asked.asksFor(record)
                && (targets.contains(person) || RecordName.plain(record).equals(person));
    }

    private static Set<String> targets(Resource record) {
        Set<String> targets = new HashSet<>();
        References.visit(
                record,
                reference -> targets.add(String.valueOf(new IdType(References.key(reference))
                        .toUnqualifiedVersionless()
                        .getValue())));
        return targets;
    }

    /** Goes back from what is on a page to what leads to it, as far as the caller may see that. */
    private final class Search {

        private final Everything asked;
        private final RequestDetails request;
        private final Sight sight;
        private final Set<String> reached;

        Search(Everything asked, RequestDetails request, Sight sight, Set<String> reached) {
            this.asked = asked;
            this.request = request;
            this.sight = sight;
            this.reached = reached;
        }

        /** @param behind what has been looked at on the way here */
        boolean isReached(String record, Set<String> behind) {
            if (reached.contains(record)) {
                return true;
            }
            if (behind.contains(record)) {
                return false;
            }
            Set<String> way = new HashSet<>(behind);
            way.add(record);
            IdType id = new IdType(record);
            boolean found = leads(links.sourcesAbout(asked.person(), id.getResourceType(), id.getIdPart()), way)
                    || leads(links.sources(References.OF_NOBODY, id.getResourceType(), id.getIdPart()), way);
            if (found) {
                reached.add(record);
            }
            return found;
        }

        private boolean leads(Map<String, Set<String>> sources, Set<String> way) {
            return sources.entrySet().stream().anyMatch(some -> guard.shown(sight, some.getKey(), some.getValue())
                    .filter(source -> scopes.allowsReading(sight, source, Marks.of(source), request))
                    .anyMatch(source -> standsForItself(asked, source, targets(source))
                            || isReached(RecordName.plain(source), way)));
        }
    }
}
