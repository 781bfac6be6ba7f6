package org.manypaths.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PackagedServer;
import org.manypaths.testkit.TestClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The process is killed while it gives out records: whatever somebody got, the trail knows. */
class KilledTrailIT {

    private static final Logger log = LoggerFactory.getLogger(KilledTrailIT.class);
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int READERS = 8;
    private static final int LONGEST_MILLIS = 3_000;
    private static final String PERSON = "{\"resourceType\":\"Patient\",\"id\":\"killed-trail\"}";

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void everyAnswerThatWasReceivedIsInTheTrail() throws IOException, InterruptedException {
        List<String> received;
        try (PackagedServer server = PackagedServer.start(folder, Map.of(), List.of())) {
            assertThat(new Http(server.base())
                            .as(TestClients.OPERATOR)
                            .put("/Patient/killed-trail", PERSON)
                            .statusCode())
                    .isEqualTo(201);
            received = readAndKill(server);
        }
        Set<String> recorded = recorded();
        log.info("Seed {}: {} answers received, {} entries", SEED, received.size(), recorded.size());
        assertThat(received).isNotEmpty().allMatch(recorded::contains);
    }

    private static List<String> readAndKill(PackagedServer server) throws IOException, InterruptedException {
        try (Readers readers = new Readers(READERS, server.base(), "/Patient/killed-trail")) {
            readers.awaitUnderWay();
            assertThat(server.endsWithin(Duration.ofMillis(new Random(SEED).nextInt(LONGEST_MILLIS))))
                    .isFalse();
            server.kill();
            return readers.received();
        }
    }

    /** The file itself is asked, as an investigator would: nothing of ours repairs it first. */
    private Set<String> recorded() {
        String url = "jdbc:h2:file:" + folder.resolve("fhir") + ";WRITE_DELAY=0";
        return new HashSet<>(new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""))
                .queryForList("select REQUEST_ID from MP_TRAIL where KIND = 'READ'", String.class));
    }
}
