package org.manypaths.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Looks at the database before it gets its first record, and says in the log which one it is. */
final class DatabaseInspection {

    private static final Logger log = LoggerFactory.getLogger(DatabaseInspection.class);

    /** H2: another process has the file open. Whoever starts the server has words for that. */
    private static final int OPEN_ELSEWHERE = 90_020;

    /** The migrator spells its table and columns in quotes. */
    private static final String SCHEMA_VERSION = """
            select "version", (select count(*) from "FLY_HFJ_MIGRATION")
            from "FLY_HFJ_MIGRATION" order by "installed_rank" desc""";

    private final DataSource database;
    private final DatabaseKind kind;

    DatabaseInspection(DataSource database, DatabaseKind kind) {
        this.database = database;
        this.kind = kind;
    }

    /**
     * Connects once, without the patience of the migrator that comes after.
     *
     * @throws UnusableDatabaseException if the database does not let us in or does not keep what it acknowledges
     */
    void requireTrustworthy() {
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData facts = connection.getMetaData();
            log.info(
                    "Database {} {} at {}",
                    facts.getDatabaseProductName(),
                    facts.getDatabaseProductVersion(),
                    withoutParameters(facts.getURL()));
            List<String> violations = DurabilityRules.violations(kind, settings(connection));
            if (!violations.isEmpty()) {
                throw new UnusableDatabaseException("The database may lose what it acknowledged: "
                        + String.join(", ", violations) + ". Mend its settings, or choose another database.");
            }
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    void logSchemaVersion() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SCHEMA_VERSION);
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                log.info("Schema version {}, {} steps", row.getString(1), row.getInt(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schema version cannot be read", e);
        }
    }

    private Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(kind.settingQuery())) {
            for (String name : DurabilityRules.settings(kind)) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        found.put(name, row.getString(1));
                    }
                }
            }
        }
        return found;
    }

    private static RuntimeException explain(SQLException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (root instanceof SQLException sql && sql.getErrorCode() == OPEN_ELSEWHERE) {
            return new IllegalStateException(failure);
        }
        return new UnusableDatabaseException("The database does not let the server in: " + root.getMessage());
    }

    /** Parameters of a JDBC URL may hold a password. */
    private static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "");
    }
}
