package org.manypaths.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of its own binaries, durable as in production, shared by the tests of one run. */
public final class RealPostgres {

    public static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres running;

    private RealPostgres() throws IOException {
        folder = Files.createTempDirectory("manypaths-postgres");
        running = durable(folder).start();
        port = running.getPort();
    }

    /** Skips the test where the machine forbids what PostgreSQL needs: it refuses to run as root. */
    public static RealPostgres shared() {
        boolean root = "root".equals(System.getProperty("user.name"));
        Assumptions.assumeTrue(
                !root || LinuxUtils.isUnshareAvailable(),
                "PostgreSQL does not run as root, and this machine forbids user namespaces (unshare -U)");
        return Holder.DATABASE;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** What the profile {@code postgres} asks of its environment. */
    public Map<String, String> environment() {
        return Map.of("MANYPATHS_DB_URL", url(), "MANYPATHS_DB_USER", USER, "MANYPATHS_DB_PASSWORD", USER);
    }

    public void stop() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again on the same port with the same records. */
    public void startAgain() {
        try {
            running = durable(folder).setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests of others give durability away for speed; ours are about durability. */
    private static EmbeddedPostgres.Builder durable(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    /** Started when first asked for, stopped with the JVM. */
    private static final class Holder {

        static final RealPostgres DATABASE = start();

        private static RealPostgres start() {
            try {
                return new RealPostgres();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
