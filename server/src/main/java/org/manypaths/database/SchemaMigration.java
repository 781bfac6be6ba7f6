package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Brings the schema to the version of the HAPI release in use, before the first entity is touched.
 *
 * <p>An empty database gets the whole schema at once. Several nodes may start together: the migration table is locked.
 */
final class SchemaMigration {

    private static final String TABLE = "FLY_HFJ_MIGRATION";

    private SchemaMigration() {}

    static void run(DataSource dataSource, DatabaseKind kind) {
        HapiMigrator migrator = new HapiMigrator(TABLE, dataSource, kind.driver());
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }
}
