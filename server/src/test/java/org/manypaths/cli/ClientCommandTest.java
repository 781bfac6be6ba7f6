package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.ClientKey;
import picocli.CommandLine;

class ClientCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Path keys = Path.of("");
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void publishKeys() throws IOException {
        keys = Files.writeString(
                folder.resolve("keys.json"), ClientKey.generate().jwks());
    }

    @Test
    void addsListsAndRemovesAClient() {
        assertThat(add("hospital", "system/*.rs", keys)).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("hospital\tCLIENT\tOrganization/saint-anne\tCOVERED_ENTITY\tsystem/*.rs");

        assertThat(run("remove", "hospital")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void keepsTheDatabaseThatItMakesToTheOneWhoRunsIt() throws IOException {
        assertThat(run("list")).isZero();
        try (Stream<Path> made = Files.walk(folder)) {
            Path database =
                    made.filter(file -> file.endsWith("fhir.mv.db")).findFirst().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysAsTheDemoDoesThatAServerHasTheData() throws IOException {
        assertThat(run("list")).isZero();
        Path database = DataFolder.database(folder.toAbsolutePath().normalize());
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run("list")).isEqualTo(1);
        }
        assertThat(err.toString())
                .contains("is open in another Many Paths server", folder.toString())
                .doesNotContain("MVStore", "locked", "h2");
    }

    @Test
    void saysForWhatNobodyCanAsk() {
        assertThat(run("add", "--help")).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("Nobody can ask for AUDIT_AND_EVALUATION or PROCEEDINGS yet");
    }

    @Test
    void saysWhenThereIsNobodyToRemove() {
        assertThat(run("remove", "nobody")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no client nobody.");
    }

    @Test
    void refusesAScopeThatIsNone() {
        assertThat(add("hospital", "system/*.sr", keys)).isEqualTo(1);
        assertThat(err.toString()).contains("c, r, u, d, s");
    }

    @Test
    void refusesAPrivateKey() throws IOException {
        Path secret = Files.writeString(
                folder.resolve("secret.json"),
                "{\"keys\":[" + ClientKey.generate().pair().toJSONString() + "]}");
        assertThat(add("hospital", "system/*.rs", secret)).isEqualTo(1);
        assertThat(err.toString()).contains("Register public keys");
    }

    private int add(String id, String scopes, Path jwks) {
        return run(
                "add",
                "--id=" + id,
                "--organization=saint-anne",
                "--kind=COVERED_ENTITY",
                "--purpose=TREATMENT,PAYMENT",
                "--scopes=" + scopes,
                "--jwks=" + jwks);
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine commandLine = ManyPaths.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 3];
        all[0] = "client";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = folder.toString();
        return commandLine.execute(all);
    }
}
