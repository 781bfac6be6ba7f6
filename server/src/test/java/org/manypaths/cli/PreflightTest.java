package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** What is found out before anything is started. */
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
    void keepsTheDataToTheOneWhoRunsTheServer() throws IOException {
        Path fresh = folder.resolve("fresh/data");
        environment.setProperty("manypaths.data", fresh.toString());
        look();
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        assertThat(permissions(fresh.resolve("fhir.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void makesTheFolderBeforeAnybodyOpensALogInIt() throws IOException {
        Path fresh = folder.resolve("fresh/data");
        DataFolder.makeWithLog(fresh);
        assertThat(permissions(fresh)).isEqualTo("rwx------");
        assertThat(permissions(fresh.resolve("log"))).isEqualTo("rwx------");
        assertThat(permissions(fresh.resolve("log/demo.log"))).isEqualTo("rw-------");
        DataFolder.makeWithLog(fresh);
    }

    @Test
    void closesWhatTheDatabaseWroteOfFailures() throws IOException {
        Path trace = Files.writeString(folder.resolve("fhir.trace.db"), "");
        Files.setPosixFilePermissions(trace, PosixFilePermissions.fromString("rw-r--r--"));
        environment.setProperty("manypaths.data", folder.toString());
        look();
        assertThat(permissions(trace)).isEqualTo("rw-------");
    }

    @Test
    void closesADatabaseThatWasOpenToOthersAndLeavesTheFolderOfSomebodyElse() throws IOException {
        Path database = Files.writeString(folder.resolve("fhir.mv.db"), "");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.setProperty("manypaths.data", folder.toString());
        look();
        assertThat(permissions(database)).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
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

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void look() {
        new Preflight().look(environment);
    }
}
