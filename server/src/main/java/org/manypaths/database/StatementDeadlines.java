package org.manypaths.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cancels statements that run for longer than they may.
 *
 * <p>H2 keeps a time limit as a setting of the session, set by a statement of its own, and every such statement makes all
 * sessions forget every statement that they have parsed. A request sets several. Watching from outside costs next to
 * nothing, and what was parsed stays parsed.
 */
final class StatementDeadlines implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Map<Statement, Long> running = new ConcurrentHashMap<>();
    private final Thread watcher = new Thread(this::watch, "statement-deadlines");

    void start() {
        watcher.setDaemon(true);
        watcher.start();
    }

    /** To be called before a statement is carried out that may take so many seconds. */
    void begin(Statement statement, int seconds) {
        running.put(statement, System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    /** To be called when it was carried out, however that ended. */
    void end(Statement statement) {
        running.remove(statement);
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                long now = System.nanoTime();
                running.forEach((statement, end) -> {
                    if (now - end > 0) {
                        cancel(statement);
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException | RuntimeException e) {
            // It was closed in between: it has ended, and that is what was wanted. The others are watched on.
        }
    }
}
