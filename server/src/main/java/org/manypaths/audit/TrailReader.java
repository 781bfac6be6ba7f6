package org.manypaths.audit;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds entries; the newest first. */
final class TrailReader {

    private static final String SELECT = "select " + LinkRow.COLUMNS + " from MP_TRAIL ";
    private static final String NEWEST_FIRST = " order by RECORDED_AT desc, NODE desc, SEQ desc";

    private final JdbcTemplate database;

    TrailReader(JdbcTemplate database) {
        this.database = database;
    }

    List<Link> page(TrailQuery query, int offset, int count) {
        String page = " offset " + offset + " rows fetch first " + count + " rows only";
        return database.query(SELECT + query.where() + NEWEST_FIRST + page, LinkRow::of, query.values());
    }

    List<Link> all(TrailQuery query) {
        return database.query(SELECT + query.where() + NEWEST_FIRST, LinkRow::of, query.values());
    }

    int count(TrailQuery query) {
        Integer count = database.queryForObject(
                "select count(*) from MP_TRAIL " + query.where(), Integer.class, query.values());
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
}
