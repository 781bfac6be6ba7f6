package org.manypaths.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Tells H2 how many different values the columns of HAPI's indexes hold, as a percentage of the rows.
 *
 * <p>Left alone, H2 looks at the first ten thousand rows of a table. Those are the guide's own definitions, which look
 * unlike what people's records look like, and it then joins all of a person's observations with all of a person's
 * observations before it asks which of them are meant: minutes instead of milliseconds. PostgreSQL samples evenly.
 */
final class PlannerFacts {

    /** One value, or a handful, in the whole table. */
    private static final int ALIKE = 1;

    /** The value that a search asks for: about a dozen rows. It must stay more telling than anything alike. */
    private static final int ASKED_FOR = 10;

    /** A person, to whom a few rows point. */
    private static final int SHARED = 20;

    /** The resource that an index row belongs to: it has few rows in each table. */
    private static final int OWN = 100;

    private static final Map<String, Integer> BY_NAME = Map.ofEntries(
            Map.entry("RES_ID", OWN),
            Map.entry("SRC_RESOURCE_ID", OWN),
            Map.entry("TARGET_RESOURCE_ID", SHARED),
            Map.entry("SRC_PATH", ALIKE),
            Map.entry("SOURCE_RESOURCE_TYPE", ALIKE),
            Map.entry("TARGET_RESOURCE_TYPE", ALIKE),
            Map.entry("RES_TYPE", ALIKE),
            Map.entry("RES_DELETED_AT", ALIKE),
            Map.entry("HASH_IDENTITY", ALIKE),
            Map.entry("HASH_SYS", ALIKE),
            Map.entry("HASH_SYS_AND_VALUE", ASKED_FOR),
            Map.entry("HASH_VALUE", ASKED_FOR),
            Map.entry("HASH_NORM_PREFIX", ASKED_FOR),
            Map.entry("HASH_EXACT", ASKED_FOR),
            Map.entry("HASH_URI", ASKED_FOR),
            Map.entry("TAG_ID", ALIKE));

    /** The tables that a search reads. */
    private static final String COLUMNS = """
            select TABLE_NAME, COLUMN_NAME, SELECTIVITY from INFORMATION_SCHEMA.COLUMNS
            where TABLE_SCHEMA = 'PUBLIC' and COLUMN_NAME = ?
              and (TABLE_NAME like 'HFJ\\_SPIDX\\_%' or TABLE_NAME in ('HFJ_RESOURCE', 'HFJ_RES_LINK', 'HFJ_RES_TAG'))""";

    private PlannerFacts() {}

    static void tell(DataSource database) {
        try (Connection connection = database.getConnection();
                PreparedStatement columns = connection.prepareStatement(COLUMNS);
                Statement change = connection.createStatement()) {
            for (Map.Entry<String, Integer> fact : new TreeMap<>(BY_NAME).entrySet()) {
                columns.setString(1, fact.getKey());
                try (ResultSet column = columns.executeQuery()) {
                    while (column.next()) {
                        if (column.getInt(3) != fact.getValue()) {
                            change.addBatch("alter table " + column.getString(1) + " alter column "
                                    + column.getString(2) + " selectivity " + fact.getValue());
                        }
                    }
                }
            }
            change.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("H2 cannot be told about its columns", e);
        }
    }
}
