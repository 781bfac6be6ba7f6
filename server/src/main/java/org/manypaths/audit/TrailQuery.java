package org.manypaths.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What to look for in the trail, as SQL and its values. Not for more than one thread. */
final class TrailQuery {

    private final StringBuilder where = new StringBuilder("where KIND <> 'ANCHOR'");
    private final List<Object> values = new ArrayList<>();

    /** Everything that the viewer may see. */
    static TrailQuery of(Viewer viewer) {
        TrailQuery query = new TrailQuery();
        viewer.person().ifPresent(query::person);
        viewer.holders().ifPresent(holders -> query.oneOf("HOLDER", holders));
        return query;
    }

    TrailQuery person(String person) {
        return and("PERSON = ?", person);
    }

    TrailQuery organization(String organization) {
        return and("ORGANIZATION = ?", organization);
    }

    TrailQuery agent(String reference) {
        return reference.contains("/") && !reference.startsWith("Organization/")
                ? and("USER_ID = ?", reference)
                : organization(reference.replaceFirst("^Organization/", ""));
    }

    TrailQuery link(String node, long number) {
        return and("NODE = ?", node).and("SEQ = ?", number);
    }

    TrailQuery outcomes(Collection<Outcome> outcomes) {
        return oneOf("OUTCOME", outcomes.stream().map(Outcome::name).toList());
    }

    TrailQuery kinds(Collection<Kind> kinds) {
        return oneOf("KIND", kinds.stream().map(Kind::name).toList());
    }

    TrailQuery from(Optional<Instant> inclusive) {
        inclusive.ifPresent(moment -> and("RECORDED_AT >= ?", moment.toEpochMilli()));
        return this;
    }

    TrailQuery until(Optional<Instant> inclusive) {
        inclusive.ifPresent(moment -> and("RECORDED_AT <= ?", moment.toEpochMilli()));
        return this;
    }

    private TrailQuery oneOf(String column, Collection<String> allowed) {
        if (allowed.isEmpty()) {
            where.append(" and 1 = 0");
            return this;
        }
        where.append(" and ")
                .append(column)
                .append(" in (")
                .append(String.join(",", Collections.nCopies(allowed.size(), "?")))
                .append(")");
        values.addAll(allowed);
        return this;
    }

    private TrailQuery and(String condition, Object value) {
        where.append(" and ").append(condition);
        values.add(value);
        return this;
    }

    String where() {
        return where.toString();
    }

    Object[] values() {
        return values.toArray();
    }
}
