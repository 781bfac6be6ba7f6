package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import java.util.Arrays;
import org.hibernate.dialect.Dialect;

/** A database product that the server keeps its records in. */
enum DatabaseKind {
    H2("jdbc:h2:", DriverTypeEnum.H2_EMBEDDED, HapiFhirH2Dialect.class),
    POSTGRESQL("jdbc:postgresql:", DriverTypeEnum.POSTGRES_9_4, HapiFhirPostgresDialect.class);

    private final String urlPrefix;
    private final DriverTypeEnum driver;
    private final Class<? extends Dialect> dialect;

    DatabaseKind(String urlPrefix, DriverTypeEnum driver, Class<? extends Dialect> dialect) {
        this.urlPrefix = urlPrefix;
        this.driver = driver;
        this.dialect = dialect;
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
}
