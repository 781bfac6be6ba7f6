package org.manypaths.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds entries; the newest first. */
final class TrailReader {

    private static final int AT_ONCE = 500;
    private static final String NEWEST_FIRST = " order by RECORDED_AT desc, NODE desc, SEQ desc";

    private final JdbcTemplate database;
    private final TrailFinder finder;

    TrailReader(JdbcTemplate database, TrailFinder finder) {
        this.database = database;
        this.finder = finder;
    }

    /** Where an entry stands. */
    private record Place(String node, long number) {}

    List<Link> page(TrailQuery query, int offset, int count) {
        return links(find(query, " offset " + offset + " rows fetch first " + count + " rows only"));
    }

    List<Link> all(TrailQuery query) {
        return links(find(query, ""));
    }

    int count(TrailQuery query) {
        finder.catchUp();
        Integer count = database.queryForObject(
                "select count(*) from MP_TRAIL_FINDER " + query.where(), Integer.class, query.values());
        return count == null ? 0 : count;
    }

    /** By the id of its AuditEvent. */
    Optional<Link> byId(TrailQuery visible, String id) {
        int dot = id.lastIndexOf('.');
        if (dot < 1 || !id.substring(dot + 1).matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        TrailQuery query = visible.link(id.substring(0, dot), Long.parseLong(id.substring(dot + 1)));
        return all(query).stream().findFirst();
    }

    private List<Place> find(TrailQuery query, String page) {
        finder.catchUp();
        return database.query(
                "select NODE, SEQ from MP_TRAIL_FINDER " + query.where() + NEWEST_FIRST + page,
                (row, n) -> new Place(row.getString(1), row.getLong(2)),
                query.values());
    }

    private List<Link> links(List<Place> places) {
        List<Link> links = new ArrayList<>();
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            links.addAll(read(places.subList(from, Math.min(from + AT_ONCE, places.size()))));
        }
        return links;
    }

    private List<Link> read(List<Place> places) {
        Map<Place, Link> known = new HashMap<>();
        places.stream()
                .collect(Collectors.groupingBy(
                        Place::node, Collectors.mapping(place -> (Object) place.number(), Collectors.toList())))
                .forEach((node, numbers) ->
                        ofChain(node, numbers).forEach(link -> known.put(new Place(link.node(), link.number()), link)));
        return places.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private List<Link> ofChain(String node, List<Object> numbers) {
        List<Object> values = new ArrayList<>(numbers);
        values.add(node);
        return database.query(
                "select " + LinkRow.COLUMNS + " from MP_TRAIL where SEQ in ("
                        + String.join(",", Collections.nCopies(numbers.size(), "?")) + ") and NODE = ?",
                LinkRow::of,
                values.toArray());
    }
}
