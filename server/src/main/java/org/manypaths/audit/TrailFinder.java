package org.manypaths.audit;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table that entries are found by: what is searched of each, with indexes that the chain itself does without.
 *
 * <p>It follows the chains of all nodes, in batches: in the background, and before every search, so that a search misses
 * nothing. What it holds is drawn from the chains alone, and {@link ChainCheck} compares it with them.
 */
final class TrailFinder {

    private static final Logger log = LoggerFactory.getLogger(TrailFinder.class);

    /** Columns that are the same in both tables. */
    static final List<String> SEARCHED =
            List.of("NODE", "SEQ", "RECORDED_AT", "KIND", "USER_ID", "ORGANIZATION", "PERSON", "HOLDER", "OUTCOME");

    private static final int BATCH = 10_000;
    private static final String COLUMNS = String.join(", ", SEARCHED);
    private static final String BEHIND = "select NODE, SEQ from MP_TRAIL_HEAD head where not exists"
            + " (select 1 from MP_TRAIL_FINDER found where found.NODE = head.NODE and found.SEQ = head.SEQ)";
    private static final String REACHED = "select max(SEQ) from MP_TRAIL_FINDER where NODE = ?";
    private static final String FEED = "insert into MP_TRAIL_FINDER (" + COLUMNS + ") select " + COLUMNS
            + " from MP_TRAIL entry where NODE = ? and SEQ > ? and SEQ <= ? and not exists"
            + " (select 1 from MP_TRAIL_FINDER found where found.NODE = entry.NODE and found.SEQ = entry.SEQ)";

    private final JdbcTemplate database;

    TrailFinder(JdbcTemplate database) {
        this.database = database;
    }

    private record End(String node, long number) {}

    /** Takes in all that was committed to any chain before the call. */
    void catchUp() {
        database.query(BEHIND, (row, n) -> new End(row.getString(1), row.getLong(2)))
                .forEach(this::follow);
    }

    /** The same in the background, where nobody waits for it. */
    void tryToCatchUp() {
        try {
            catchUp();
        } catch (RuntimeException e) {
            log.warn("The trail's finder cannot follow; the next search or round takes in what it missed");
        }
    }

    private void follow(End end) {
        for (long from = reached(end.node()); from < end.number(); from += BATCH) {
            try {
                database.update(FEED, end.node(), from, Math.min(from + BATCH, end.number()));
            } catch (DuplicateKeyException e) {
                // Another node follows the same chain at this moment: it has just put the same rows there.
                from = reached(end.node()) - BATCH;
            }
        }
    }

    private long reached(String node) {
        return Optional.ofNullable(database.queryForObject(REACHED, Long.class, node))
                .orElse(0L);
    }
}
