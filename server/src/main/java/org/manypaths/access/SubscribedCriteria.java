package org.manypaths.access;

import ca.uhn.fhir.util.UrlUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.manypaths.security.Session;

/** What a subscription may ask by: the same as a search of its client, at each record anew. */
public class SubscribedCriteria {

    private final AccessDecider decider;
    private final ReferenceCriteria references;

    SubscribedCriteria(AccessDecider decider, ReferenceCriteria references) {
        this.decider = decider;
        this.references = references;
    }

    /**
     * Refuses what a search of this client may not ask by.
     *
     * @param criteria a search, as in {@code Task?owner=Organization/1}
     * @throws org.manypaths.refusal.Refusal 403 {@code access/criterion}
     */
    public void require(Session session, String criteria) {
        if (!session.isOperator()) {
            seen(session, criteria);
        }
    }

    /**
     * The criteria as they are for the client at this moment: a reference to what is hidden from it leads nowhere.
     *
     * @throws org.manypaths.refusal.Refusal where the client may not ask by them any more
     */
    public String seen(Session session, String criteria) {
        if (session.isOperator() || !criteria.contains("?")) {
            return criteria;
        }
        CriteriaRules.check(parameters(criteria));
        Sight sight = decider.open(session, PurposeRules.usual(session.caller()));
        String type = criteria.substring(0, criteria.indexOf('?'));
        Map<String, String[]> seen = new LinkedHashMap<>();
        parameters(criteria).forEach((name, values) -> seen.put(name, references.seen(sight, type, name, values)));
        return type + "?" + NarrowedSearches.query(seen);
    }

    private static Map<String, String[]> parameters(String criteria) {
        return Optional.of(criteria.indexOf('?'))
                .filter(question -> question >= 0)
                .map(question -> UrlUtil.parseQueryString(criteria.substring(question + 1)))
                .orElseGet(Map::of);
    }
}
