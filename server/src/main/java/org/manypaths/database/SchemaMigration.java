package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Brings the schema to the version of the HAPI release in use and ours to that of this release, before the first entity
 * is touched.
 *
 * <p>An empty database gets the whole schema at once. Several nodes may start together: the migration table is locked.
 */
final class SchemaMigration {

    private static final String TABLE = "FLY_HFJ_MIGRATION";
    private static final String TABLE_OF_OURS = "FLY_MP_MIGRATION";

    private SchemaMigration() {}

    static void run(DataSource dataSource, DatabaseKind kind) {
        run(
                new HapiMigrator(TABLE, dataSource, kind.driver()),
                new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        run(new HapiMigrator(TABLE_OF_OURS, dataSource, kind.driver()), OwnTables.tasks());
    }

    private static void run(HapiMigrator migrator, Iterable<BaseTask> tasks) {
        migrator.addTasks(tasks);
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }
}
