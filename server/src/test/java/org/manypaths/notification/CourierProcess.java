package org.manypaths.notification;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process that stores a record together with its letter, delivers it, and ends without a word at a given moment.
 *
 * <p>It is small, so that a test can afford to kill one at every moment; the outbox, the courier and the database file
 * are the real ones.
 */
final class CourierProcess {

    /** The moments before there is anything to deliver. */
    enum Writing {
        /** Record and letter are written; nothing is committed. */
        WRITTEN,
        COMMITTED
    }

    private static final int KILLED = 137;

    private CourierProcess() {}

    /** Arguments: URL of the database, whether to write first, the moment of the end or {@code never}, the endpoint. */
    public static void main(String[] arguments) {
        Post post = new Post(arguments[0]);
        String end = arguments[2];
        post.moments = step -> endAt(step, end);
        post.answer = letter -> send(arguments[3], letter);
        if (Boolean.parseBoolean(arguments[1])) {
            write(post, end);
        }
        post.clock.set(post.clock
                .instant()
                .plus(Post.SETTINGS.lease().plusSeconds(1).multipliedBy(Boolean.parseBoolean(arguments[1]) ? 0 : 1)));
        post.bringAll(post.courier(ProcessHandle.current().pid() + ""));
        System.exit(0);
    }

    /** Runs one to its end and returns its exit code: 137 where it was killed. */
    static int run(Path database, boolean writes, String end, String endpoint)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CourierProcess.class.getName(),
                        url(database),
                        String.valueOf(writes),
                        end,
                        endpoint))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(database.resolveSibling("courier.log").toFile())
                .start();
        return process.waitFor();
    }

    static String url(Path database) {
        return "jdbc:h2:file:" + database + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static void write(Post post, String end) {
        Subscriber subscriber = post.subscribers.find("riverside").orElseThrow();
        new TransactionTemplate(new DataSourceTransactionManager(
                        java.util.Objects.requireNonNull(post.database.getDataSource())))
                .executeWithoutResult(status -> {
                    post.database.update("insert into RECORD (ID) values ('Task/1')");
                    post.write(subscriber, "rosa", "Task/1/_history/1");
                    endAt(Writing.WRITTEN, end);
                });
        endAt(Writing.COMMITTED, end);
    }

    private static void endAt(Enum<?> moment, String end) {
        if (moment.name().equals(end)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static Optional<String> send(String endpoint, Letter letter) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Event-Id", letter.eventId())
                .POST(BodyPublishers.noBody())
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("not reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
