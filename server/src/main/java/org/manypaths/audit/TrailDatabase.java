package org.manypaths.audit;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;

/**
 * The trail's own connection to the same database.
 *
 * <p>Requests hold a connection of the common pool while they wait for the trail; if the trail needed one of them too,
 * a full pool would wait for itself.
 */
final class TrailDatabase implements AutoCloseable {

    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int VALIDATION_TIMEOUT_MILLIS = 2_500;

    private final HikariDataSource pool;

    TrailDatabase(DataSourceProperties properties) {
        pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("trail");
        pool.setMaximumPoolSize(1);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.setValidationTimeout(VALIDATION_TIMEOUT_MILLIS);
        pool.setInitializationFailTimeout(-1);
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
