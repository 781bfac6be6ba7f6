package org.manypaths.database;

import ca.uhn.fhir.jpa.migrate.taskdef.BaseTask;
import ca.uhn.fhir.jpa.migrate.taskdef.ExecuteRawSqlTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of our own beside HAPI's, as steps that are never changed once they are released.
 *
 * <p>A step is a file {@code schema/DATE.NUMBER-capability.sql} in SQL that H2 and PostgreSQL both understand; an empty
 * line ends a statement.
 */
public final class OwnTables {

    private static final String RELEASE = "0.1.0";
    private static final List<String> STEPS = List.of("20261125.1-notification");

    private OwnTables() {}

    static List<BaseTask> tasks() {
        return STEPS.stream().map(OwnTables::task).toList();
    }

    /** Everything there is to execute, in order. */
    public static List<String> statements() {
        return STEPS.stream().flatMap(OwnTables::statements).toList();
    }

    private static BaseTask task(String step) {
        String[] parts = step.split("-", 2);
        ExecuteRawSqlTask task = new ExecuteRawSqlTask(RELEASE, parts[0]);
        task.setDescription("Tables of " + parts[1]);
        statements(step).forEach(task::addSql);
        return task;
    }

    private static Stream<String> statements(String step) {
        try (InputStream in = OwnTables.class.getResourceAsStream("/schema/" + step + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("The schema lacks the step " + step);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split(";?\\R\\s*\\R|;?\\s*$"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
