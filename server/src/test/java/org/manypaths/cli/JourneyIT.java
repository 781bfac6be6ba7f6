package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.UnpackedProgram;

/** Two organisations, really: two processes, two databases, and each with keys of its own. */
class JourneyIT {

    private static final Path JAR = Path.of(System.getProperty("server.jar", "no server.jar given"));
    private static final List<String> CHAPTERS = List.of(
            "Two places, two servers, two databases",
            "Rosa signs a consent",
            "Harbour House hands over",
            "Riverside takes the document in, on its own server",
            "The loop is closed",
            "The plan goes on at Riverside",
            "Rosa takes her consent back");

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void carriesAPlanFromDetoxToOutpatientCareAndEndsWithTheConsent() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process journey = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-jar",
                        UnpackedProgram.of(JAR).toString(),
                        "journey",
                        "--data=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(said.toFile())
                .start();
        boolean ended = journey.waitFor(15, TimeUnit.MINUTES);
        List<ProcessHandle> servers = journey.descendants().toList();
        journey.destroy();
        String all = Files.readString(said);
        assertThat(ended).as(all).isTrue();
        assertThat(journey.exitValue()).as(all).isZero();
        assertThat(servers).isEmpty();
        assertThat(all).contains(CHAPTERS).doesNotContain("Not so");
        assertThat(all.lines().filter(line -> line.endsWith("a third party sees nothing, here or there")))
                .hasSize(CHAPTERS.size());
        assertThat(all.lines()
                        .filter(line -> line.contains("http://127.0.0.1:"))
                        .map(line -> line.replaceAll(".*http", "")))
                .hasSize(2)
                .doesNotHaveDuplicates();
        try (Stream<Path> left = Files.list(folder.resolve("data"))) {
            assertThat(left).isEmpty();
        }
    }
}
