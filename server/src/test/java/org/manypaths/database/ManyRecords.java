package org.manypaths.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of one Observation in the tables that a search reads, thousands within seconds.
 *
 * <p>Copies have numbers below zero: whoever looks at the first rows of a table only, meets them as it would in a
 * database that has had many records for long.
 */
final class ManyRecords implements AutoCloseable {

    private static final String RESOURCE = "HFJ_RESOURCE";
    private static final String LINK = "HFJ_RES_LINK";
    private static final String TOKEN = "HFJ_SPIDX_TOKEN";

    private final JdbcTemplate database;

    private ManyRecords(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    static ManyRecords like(String observation, int times, DataSource database) {
        ManyRecords records = new ManyRecords(database);
        Long original = records.database.queryForObject(
                "select RES_ID from HFJ_RESOURCE where RES_TYPE = 'Observation' and FHIR_ID = ?",
                Long.class,
                observation.substring(observation.indexOf('/') + 1));
        String number = "-row_number() over ()";
        records.copy(RESOURCE, Map.of("RES_ID", "-N", "FHIR_ID", "'copy' || N"), "RES_ID = " + original, times);
        records.copy(
                LINK,
                Map.of("PID", number, "SRC_RESOURCE_ID", "-N"),
                "SRC_PATH = 'Observation.subject' and SRC_RESOURCE_ID = " + original,
                times);
        records.copy(
                TOKEN,
                Map.of("SP_ID", number, "RES_ID", "-N"),
                "SP_NAME in ('status', 'category') and RES_ID = " + original,
                times);
        return records;
    }

    private void copy(String table, Map<String, String> changes, String which, int times) {
        List<String> columns = database.queryForList(
                "select COLUMN_NAME from INFORMATION_SCHEMA.COLUMNS where TABLE_NAME = ? order by ORDINAL_POSITION",
                String.class,
                table);
        String values = columns.stream()
                .map(column -> changes.getOrDefault(column, column))
                .collect(Collectors.joining(", "));
        database.update(
                "insert into %s (%s) select %s from %s cross join (select X as N from SYSTEM_RANGE(1, %d)) where %s"
                        .formatted(table, String.join(", ", columns), values, table, times, which));
    }

    @Override
    public void close() {
        database.update("delete from HFJ_SPIDX_TOKEN where SP_ID < 0");
        database.update("delete from HFJ_RES_LINK where PID < 0");
        database.update("delete from HFJ_RESOURCE where RES_ID < 0");
    }
}
