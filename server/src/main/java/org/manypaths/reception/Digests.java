package org.manypaths.reception;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each copy told when it arrived, in one word, and when and by whom the document was put together that brought it.
 *
 * <p>Not a tag of the record: the storage keeps a row and a transaction for every tag that it has not seen before.
 */
class Digests {

    private static final int CHUNK = 500;

    private final JdbcTemplate database;

    Digests(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * @param at when the document was put together
     * @param teller who put it together
     */
    record Told(String digest, Instant at, Teller teller) {}

    /** @param places as {@code Type/id}; what never arrived is not in the answer */
    Map<String, Told> of(Collection<String> places) {
        Map<String, Told> told = new HashMap<>();
        for (List<String> some : Lists.partition(List.copyOf(places), CHUNK)) {
            database.query(
                    "select PLACE, DIGEST, TOLD_AT, TOLD_BY, SIGNED from MP_RECEIVED where PLACE in ("
                            + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    row -> {
                        told.put(
                                row.getString(1),
                                new Told(
                                        row.getString(2),
                                        Instant.ofEpochMilli(row.getLong(3)),
                                        new Teller(row.getString(4), row.getBoolean(5))));
                    },
                    some.toArray());
        }
        return told;
    }

    /**
     * Keeps them in the transaction that stores the records, in place of what was kept of those before. Always in the
     * same order: what is of no person is of many documents, and who waits for whom must not go in a circle.
     *
     * @throws org.springframework.dao.DataAccessException if another document kept one of them at the same moment
     */
    void keep(Map<String, Told> told) {
        List<Object[]> rows = new TreeMap<>(told)
                .entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList();
        int[] changed = database.batchUpdate(
                "update MP_RECEIVED set DIGEST = ?, TOLD_AT = ?, TOLD_BY = ?, SIGNED = ? where PLACE = ?", rows);
        database.batchUpdate(
                "insert into MP_RECEIVED (DIGEST, TOLD_AT, TOLD_BY, SIGNED, PLACE) values (?, ?, ?, ?, ?)",
                IntStream.range(0, rows.size())
                        .filter(i -> changed[i] == 0)
                        .mapToObj(rows::get)
                        .toList());
    }

    private static Object[] row(String place, Told told) {
        return new Object[] {
            told.digest(),
            told.at().toEpochMilli(),
            told.teller().sender(),
            told.teller().signed(),
            place
        };
    }
}
