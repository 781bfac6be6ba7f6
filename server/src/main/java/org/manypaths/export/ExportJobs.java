package org.manypaths.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manypaths.export.ExportJob.File;
import org.manypaths.export.ExportJob.State;
import org.springframework.jdbc.core.JdbcTemplate;

/** The jobs in the database, where every node finds them, before and after a restart. */
final class ExportJobs {

    /** A worker that has not been heard of for so long is taken for dead. */
    static final Duration STALE = Duration.ofSeconds(20);

    private static final String COLUMNS =
            "ID, CALLER, REQUEST, SCOPE, GROUP_ID, TYPES, SINCE, STARTED_AT, EXPIRES_AT, STATE, CONSENTS";
    private static final String WAITING = "(STATE = 'WAITING' or (STATE = 'RUNNING' and HEARTBEAT < ?))";

    private final JdbcTemplate database;

    ExportJobs(JdbcTemplate database) {
        this.database = database;
    }

    void add(ExportJob job) {
        ExportRequest request = job.request();
        database.update(
                "insert into MP_EXPORT_JOB (CLIENT, " + COLUMNS + ", HEARTBEAT) values (?,?,?,?,?,?,?,?,?,?,?,?,0)",
                job.session().client(),
                job.id(),
                CallerText.of(job.session()),
                request.url(),
                request.scope().name(),
                request.group().orElse(null),
                String.join(" ", new TreeSet<>(request.types())),
                request.since().map(Instant::toEpochMilli).orElse(null),
                job.startedAt().toEpochMilli(),
                job.expiresAt().toEpochMilli(),
                job.state().name(),
                "");
    }

    /** The job, if it is this client's and has not expired; any other does not exist for it. */
    Optional<ExportJob> find(String id, String client, Instant now) {
        return database
                .query(
                        "select " + COLUMNS + " from MP_EXPORT_JOB where ID = ? and CLIENT = ? and EXPIRES_AT > ?",
                        ExportJobs::job,
                        id,
                        client,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }

    int underWay(String client) {
        return orZero(database.queryForObject(
                "select count(*) from MP_EXPORT_JOB where CLIENT = ? and STATE in ('WAITING', 'RUNNING')",
                Integer.class,
                client));
    }

    /** The oldest job that nobody works at, now this worker's; what another left half done is gone. */
    Optional<ExportJob> claim(String worker, Instant now) {
        long stale = now.minus(STALE).toEpochMilli();
        List<ExportJob> waiting = database.query(
                "select " + COLUMNS + " from MP_EXPORT_JOB where " + WAITING + " order by STARTED_AT",
                ExportJobs::job,
                stale);
        return waiting.stream()
                .filter(job -> database.update(
                                "update MP_EXPORT_JOB set STATE = 'RUNNING', WORKER = ?, HEARTBEAT = ? where ID = ? and "
                                        + WAITING,
                                worker,
                                now.toEpochMilli(),
                                job.id(),
                                stale)
                        == 1)
                .findFirst()
                .map(job -> {
                    database.update("delete from MP_EXPORT_FILE where JOB = ?", job.id());
                    return job;
                });
    }

    /** Says that the worker is alive; false when the job is no longer its own, because it was cancelled or taken over. */
    boolean isStillMine(ExportJob job, String worker, Instant now) {
        return database.update(
                        "update MP_EXPORT_JOB set HEARTBEAT = ? where ID = ? and WORKER = ? and STATE = 'RUNNING'",
                        now.toEpochMilli(),
                        job.id(),
                        worker)
                == 1;
    }

    void add(ExportJob job, File file) {
        database.update(
                "insert into MP_EXPORT_FILE (JOB, NUMBER_IN_JOB, TYPE, RESOURCES, IDS) values (?,?,?,?,?)",
                job.id(),
                file.number(),
                file.type(),
                file.ids().size(),
                String.join(" ", file.ids()));
    }

    void finish(ExportJob job, String worker, State state, Set<String> consents) {
        database.update(
                "update MP_EXPORT_JOB set STATE = ?, CONSENTS = ? where ID = ? and WORKER = ?",
                state.name(),
                String.join(" ", new TreeSet<>(consents)),
                job.id(),
                worker);
    }

    List<File> files(ExportJob job) {
        return database.query(
                "select NUMBER_IN_JOB, TYPE, IDS from MP_EXPORT_FILE where JOB = ? order by NUMBER_IN_JOB",
                (row, number) -> new File(
                        row.getInt(1),
                        row.getString(2),
                        List.of(row.getString(3).split(" "))),
                job.id());
    }

    void remove(ExportJob job) {
        database.update("delete from MP_EXPORT_JOB where ID = ?", job.id());
        database.update("delete from MP_EXPORT_FILE where JOB = ?", job.id());
    }

    void removeExpired(Instant now) {
        database.update("delete from MP_EXPORT_JOB where EXPIRES_AT <= ?", now.toEpochMilli());
        database.update("delete from MP_EXPORT_FILE where JOB not in (select ID from MP_EXPORT_JOB)");
    }

    private static ExportJob job(ResultSet row, int number) throws SQLException {
        long since = row.getLong("SINCE");
        ExportRequest request = new ExportRequest(
                ExportRequest.Scope.valueOf(row.getString("SCOPE")),
                Optional.ofNullable(row.getString("GROUP_ID")),
                words(row.getString("TYPES")),
                since == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since)),
                row.getString("REQUEST"));
        return new ExportJob(
                row.getString("ID"),
                CallerText.session(row.getString("CALLER")),
                request,
                Instant.ofEpochMilli(row.getLong("STARTED_AT")),
                Instant.ofEpochMilli(row.getLong("EXPIRES_AT")),
                State.valueOf(row.getString("STATE")),
                words(row.getString("CONSENTS")));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int orZero(@org.jspecify.annotations.Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
