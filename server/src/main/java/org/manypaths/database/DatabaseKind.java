package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import java.util.Arrays;
import org.hibernate.dialect.Dialect;

/** A database product that the server keeps its records in. */
enum DatabaseKind {
    H2(
            "jdbc:h2:",
            DriverTypeEnum.H2_EMBEDDED,
            HapiFhirH2Dialect.class,
            "select SETTING_VALUE from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = ?"),
    POSTGRESQL(
            "jdbc:postgresql:",
            DriverTypeEnum.POSTGRES_9_4,
            HapiFhirPostgresDialect.class,
            "select setting from pg_settings where name = ?");

    private final String urlPrefix;
    private final DriverTypeEnum driver;
    private final Class<? extends Dialect> dialect;
    private final String settingQuery;

    DatabaseKind(String urlPrefix, DriverTypeEnum driver, Class<? extends Dialect> dialect, String settingQuery) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
        this.dialect = dialect;
        this.settingQuery = settingQuery;
    }

    static DatabaseKind ofUrl(String url) {
        return Arrays.stream(values())
                .filter(kind -> url.startsWith(kind.urlPrefix))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The database URL must start with jdbc:h2: or jdbc:postgresql:, other databases are not supported"));
    }

    DriverTypeEnum driver() {
        return driver;
    }

    Class<? extends Dialect> dialect() {
        return dialect;
    }

    /** SQL for the value of one setting of the database, whose name is the only parameter. */
    String settingQuery() {
        return settingQuery;
    }
}
