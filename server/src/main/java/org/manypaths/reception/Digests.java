package org.manypaths.reception;

import com.google.common.collect.Lists;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each copy told when it arrived, in one word.
 *
 * <p>Not a tag of the record: the storage keeps a row and a transaction for every tag that it has not seen before.
 */
class Digests {

    private static final int CHUNK = 500;

    private final JdbcTemplate database;

    Digests(JdbcTemplate database) {
        this.database = database;
    }

    /** @param places as {@code Type/id}; what never arrived is not in the answer */
    Map<String, String> of(Collection<String> places) {
        Map<String, String> digests = new HashMap<>();
        for (List<String> some : Lists.partition(List.copyOf(places), CHUNK)) {
            database.query(
                    "select PLACE, DIGEST from MP_RECEIVED where PLACE in ("
                            + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    row -> {
                        digests.put(row.getString(1), row.getString(2));
                    },
                    some.toArray());
        }
        return digests;
    }

    /** Keeps them in the transaction that stores the records, in place of what was kept of those before. */
    void keep(Map<String, String> digests) {
        List<Object[]> places =
                digests.keySet().stream().map(place -> new Object[] {place}).toList();
        database.batchUpdate("delete from MP_RECEIVED where PLACE = ?", places);
        database.batchUpdate(
                "insert into MP_RECEIVED (PLACE, DIGEST) values (?, ?)",
                digests.entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
    }
}
