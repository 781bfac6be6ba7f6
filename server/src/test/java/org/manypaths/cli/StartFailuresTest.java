package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

/** Which failures end in a sentence, and which keep their stack trace. */
class StartFailuresTest {

    private static final Path DATA = Path.of("/some/data");

    @Test
    void explainsAPortTakenInTheMeantime() {
        RuntimeException failure = new IllegalStateException(new PortInUseException(4711));
        assertThat(StartFailures.isKnown(failure)).isTrue();
        assertThat(StartFailures.explain(failure, DATA)).hasMessageContaining("Port 4711 is in use");
    }

    @Test
    void saysOfADatabaseOpenedInTheMeantimeWhatItSaysOfOneThatWasOpen() {
        Throwable lock = new IllegalStateException("The file is locked: fhir.mv.db");
        SQLException locked = new SQLException("Database may be already in use", "90020", 90_020, lock);
        RuntimeException failure = new IllegalStateException("context", locked);
        assertThat(StartFailures.isKnown(failure)).isTrue();
        assertThat(StartFailures.explain(failure, DATA))
                .hasMessage(StartFailures.inUse(DATA))
                .hasMessageStartingWith("The data in /some/data is open in another Many Paths server.");
    }

    @Test
    void leavesTheStackTraceToTheUnexpected() {
        assertThat(StartFailures.isKnown(new IllegalStateException("surprise"))).isFalse();
    }

    @Test
    void quotesTheFirstLineOfTheInnermostCause() {
        RuntimeException failure = new IllegalStateException("outside", new IllegalStateException("inside\nmore"));
        assertThat(StartFailures.explain(failure, DATA)).hasMessage("The server did not start: inside");
    }
}
