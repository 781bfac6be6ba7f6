package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

/** The document that partners find among the examples is the one that this server makes of Rosa's story. */
class GoldenDocumentTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "documents", "rosa-handoff.json");

    /** What is made now is written beside the test's classes, so that a change can be looked at and taken over. */
    @Test
    void isWhatTheExampleShows() throws IOException {
        String made = Fhir.CONTEXT
                        .newJsonParser()
                        .setPrettyPrint(true)
                        .encodeResourceToString(Rosa.story().document())
                + "\n";
        Files.writeString(Path.of("target", "rosa-handoff.json"), made);
        assertThat(made).isEqualTo(Files.readString(EXAMPLE));
    }
}
