package org.manypaths.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.PackagedServer;
import org.manypaths.testkit.RealPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The process is killed under load, at a random moment, and started again.
 *
 * <p>{@code -Dkill.rounds=20} repeats it on the same database, {@code -Dkill.seed=…} repeats the moments of a run, and
 * {@code -Dkill.database=postgres} does it on PostgreSQL.
 */
class KillIT {

    private static final Logger log = LoggerFactory.getLogger(KillIT.class);
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 1);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final boolean ON_POSTGRES = "postgres".equals(System.getProperty("kill.database"));
    private static final int SENDERS = 4;
    private static final int LONGEST_MILLIS = 4_000;

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void keepsWhatItAcknowledgedAndNothingInPart() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        PackagedServer server = start();
        try {
            assertThat(server.statusesBeforeReady()).isNotEmpty().containsOnly(503);
            for (int round = 1; round <= ROUNDS; round++) {
                Duration delay = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
                Ledger ledger = loadAndKill(server, round, delay);
                server = start();
                Records.Tally tally = new Records(server.base()).check(ledger);
                log.info("Seed {}, round {} of {}, killed after {}: {}", SEED, round, ROUNDS, delay, tally);
                assertThat(tally.acknowledged()).isPositive();
            }
            Ledger ledger = loadAndStop(server);
            assertThat(ON_POSTGRES || isClosedCleanly()).isTrue();
            assertThat(ON_POSTGRES || isIn(ledger)).isTrue();
        } finally {
            server.close();
        }
    }

    private Ledger loadAndKill(PackagedServer server, int round, Duration delay)
            throws IOException, InterruptedException {
        try (Ledger ledger = new Ledger(folder.resolve("acknowledged-" + round));
                Senders senders = new Senders(SENDERS, server.base(), ledger, "r" + round, SEED + round)) {
            senders.awaitUnderWay();
            assertThat(server.endsWithin(delay)).isFalse();
            server.kill();
            senders.join();
            return ledger;
        }
    }

    /** Asked to stop while partners send: what is under way is answered or not, and what is answered is there. */
    private Ledger loadAndStop(PackagedServer server) throws IOException, InterruptedException {
        try (Ledger ledger = new Ledger(folder.resolve("acknowledged-last"));
                Senders senders = new Senders(SENDERS, server.base(), ledger, "last", SEED)) {
            senders.awaitUnderWay();
            server.askToStop();
            senders.join();
            server.awaitExit();
            return ledger;
        }
    }

    private PackagedServer start() {
        return ON_POSTGRES
                ? PackagedServer.start(
                        folder, RealPostgres.shared().environment(), List.of("spring.profiles.active=postgres"))
                : PackagedServer.start(folder, Map.of(), List.of());
    }

    /** Asks the closed file itself, which saves a whole start. */
    private boolean isIn(Ledger ledger) {
        var database = new DriverManagerDataSource(
                "jdbc:h2:file:" + folder.resolve("fhir") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", "sa", "");
        Set<String> stored = Set.copyOf(new JdbcTemplate(database)
                .queryForList(
                        "select RES_TYPE || '/' || FHIR_ID from HFJ_RESOURCE where RES_DELETED_AT is null",
                        String.class));
        assertThat(ledger.acknowledgements())
                .isNotEmpty()
                .allSatisfy((parcel, ids) -> assertThat(stored).as(parcel).containsAll(ids));
        return true;
    }

    /** H2 notes in the head of its file that it was closed and needs no recovery. */
    private boolean isClosedCleanly() throws IOException {
        try (var in = Files.newInputStream(folder.resolve("fhir.mv.db"))) {
            return new String(in.readNBytes(4_096), StandardCharsets.ISO_8859_1).contains("clean:1");
        }
    }
}
