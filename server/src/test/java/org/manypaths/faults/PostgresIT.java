package org.manypaths.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PackagedServer;
import org.manypaths.testkit.RealPostgres;
import org.manypaths.testkit.TestClients;

/** The packaged server on a real PostgreSQL. */
class PostgresIT {

    private static final List<String> POSTGRES = List.of("spring.profiles.active=postgres");
    private static final int SENDERS = 2;
    private static final long SEED = 7;

    /** The pool of connections waits up to five seconds before it tries again. */
    private static final Duration BACK_WITHIN = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void refusesToStartWithoutItsVariables() {
        try (PackagedServer server = PackagedServer.launch(folder, Map.of("MANYPATHS_DB_USER", "x"), POSTGRES)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.log())
                    .contains("The profile postgres needs the environment variables MANYPATHS_DB_URL, "
                            + "MANYPATHS_DB_USER, MANYPATHS_DB_PASSWORD; missing: MANYPATHS_DB_URL, "
                            + "MANYPATHS_DB_PASSWORD.");
        }
    }

    @Test
    void losesNothingByStopAndOutage() throws IOException, InterruptedException {
        Ledger ledger = loadAndStop();
        try (PackagedServer server = start()) {
            Records.Tally tally = new Records(server.base()).check(ledger);
            assertThat(tally.acknowledged()).isPositive();
            assertThat(tally.unacknowledgedButThere()).isZero();
            assertThat(server.log())
                    .containsPattern("Database PostgreSQL 14\\.\\d+ at jdbc:postgresql://127\\.0\\.0\\.1:\\d+/postgres")
                    .containsPattern("Schema version 8\\.8\\.0");
            breakAndMendDatabase(server);
            assertThat(new Records(server.base()).check(ledger)).isEqualTo(tally);
        }
        assertThat(folder.resolve("fhir.mv.db")).doesNotExist();
    }

    private Ledger loadAndStop() throws IOException, InterruptedException {
        try (PackagedServer server = start();
                Ledger ledger = new Ledger(folder.resolve("acknowledged"));
                Senders senders = new Senders(SENDERS, server.base(), ledger, "stop", SEED)) {
            senders.awaitUnderWay();
            server.askToStop();
            senders.join();
            server.awaitExit();
            return ledger;
        }
    }

    private static void breakAndMendDatabase(PackagedServer server) {
        RealPostgres.shared().stop();
        HttpResponse<String> answer =
                new Http(server.base()).as(TestClients.OPERATOR).get("/Patient?_count=1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("cannot reach its database").doesNotContain("jdbc", "Exception");
        assertThat(server.health("/readiness")).isEqualTo(503);
        assertThat(server.health("/liveness")).isEqualTo(200);
        RealPostgres.shared().startAgain();
        await().atMost(BACK_WITHIN)
                .untilAsserted(() -> assertThat(server.health("/readiness")).isEqualTo(200));
    }

    private PackagedServer start() {
        return PackagedServer.start(folder, RealPostgres.shared().environment(), POSTGRES);
    }
}
