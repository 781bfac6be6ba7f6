package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import picocli.CommandLine;

/** What is found out before anything is started. */
@ExtendWith(OutputCaptureExtension.class)
class PreflightTest {

    @TempDir
    private Path folder = Path.of("");

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("server.port", "0")
            .withProperty("spring.datasource.url", "jdbc:h2:file:somewhere");

    @Test
    void letsPassWhatCanBeHad() {
        Path fresh = folder.resolve("not/there/yet");
        environment.setProperty("manypaths.data", fresh.toString());
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @Test
    void refusesAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.setProperty("management.server.port", String.valueOf(taken.getLocalPort()));
            environment.setProperty("manypaths.data", folder.toString());
            assertThatThrownBy(this::look)
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("--management-port");
        }
    }

    @Test
    void refusesADataFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        environment.setProperty("manypaths.data", file.resolve("data").toString());
        assertThatThrownBy(this::look).isInstanceOf(StartRefusal.class).hasMessageContaining("Cannot write");
    }

    @Test
    void refusesAFileInPlaceOfADataFolderInOneSentence(CapturedOutput output) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        StringWriter err = new StringWriter();
        CommandLine commandLine = ManyPaths.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        commandLine.setOut(new PrintWriter(new StringWriter(), true));
        assertThat(commandLine.execute("demo", "--port", "0", "--data", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("Cannot write to the data folder " + file);
        assertThat(output.getAll()).isEmpty();
    }

    @Test
    void refusesADatabaseThatIsOpenElsewhere() throws IOException {
        Path database = Files.writeString(folder.resolve("fhir.mv.db"), "");
        environment.setProperty("manypaths.data", folder.toString());
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThatThrownBy(this::look)
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("open in another Many Paths server");
            lock.release();
        }
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @Test
    void looksAtNoFolderForADatabaseElsewhere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        environment.setProperty("manypaths.data", file.toString());
        environment.setProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1/fhir");
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    private void look() {
        new Preflight().look(environment);
    }
}
