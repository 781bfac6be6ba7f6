package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask;
import ca.uhn.fhir.jpa.migrate.taskdef.ExecuteRawSqlTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Our own tables, beside HAPI's in the same database: one file per step in {@code schema/}, named
 * {@code yyyymmdd.n-what.sql}, each carried out once.
 *
 * <p>A file that was released is never changed; what it lacks comes in another one. The SQL is what H2 and PostgreSQL
 * both understand.
 */
public final class OwnSchema {

    private static final String TABLE = "FLY_MP_MIGRATION";
    private static final String FILES = "classpath*:schema/*.sql";
    private static final String RELEASE = "V0_1_0";
    private static final Pattern NAME = Pattern.compile("(?<version>\\d{8}\\.\\d+)-[a-z-]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    private OwnSchema() {}

    static void run(DataSource dataSource, DatabaseKind kind) {
        HapiMigrator migrator = new HapiMigrator(TABLE, dataSource, kind.driver());
        migrator.addTasks(steps());
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }

    /** What makes all of our tables, in order. */
    public static List<String> statements() {
        return files().flatMap(OwnSchema::statements).toList();
    }

    private static List<BaseTask> steps() {
        return files().map(OwnSchema::step).toList();
    }

    private static Stream<Resource> files() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .sorted(Comparator.comparing(OwnSchema::version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(Resource file) {
        String name = String.valueOf(file.getFilename());
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException("A step of the schema is named yyyymmdd.n-what.sql, not " + name);
        }
        return matcher.group("version");
    }

    private static BaseTask step(Resource file) {
        ExecuteRawSqlTask task = new ExecuteRawSqlTask(RELEASE, version(file));
        statements(file).forEach(task::addSql);
        return task;
    }

    private static Stream<String> statements(Resource file) {
        return Pattern.compile(";")
                .splitAsStream(COMMENT.matcher(text(file)).replaceAll(""))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
