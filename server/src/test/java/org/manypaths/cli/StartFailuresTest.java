package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

/** Which failures end in a sentence, and which keep their stack trace. */
class StartFailuresTest {

    @Test
    void explainsAPortTakenInTheMeantime() {
        assertThat(StartFailures.known(new IllegalStateException(new PortInUseException(4711))))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("Port 4711 is in use"));
    }

    @Test
    void explainsADatabaseOpenedInTheMeantime() {
        SQLException locked = new SQLException("Database may be already in use", "90020", 90_020);
        assertThat(StartFailures.known(new IllegalStateException("context", locked)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("open in another Many Paths server"));
    }

    @Test
    void leavesTheStackTraceToTheUnexpected() {
        assertThat(StartFailures.known(new IllegalStateException("surprise"))).isEmpty();
    }

    @Test
    void quotesTheFirstLineOfTheInnermostCause() {
        RuntimeException failure = new IllegalStateException("outside", new IllegalStateException("inside\nmore"));
        assertThat(StartFailures.explain(failure)).hasMessage("The server did not start: inside");
    }
}
