package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manypaths.testkit.Launcher;

/** What the launcher decides before there is a server, with a Java and a Maven that only say how they were called. */
class LauncherTest {

    private static final String JAR = "server/target/manypaths/ihrp-server.jar";

    /** All that the launcher may use, so that this machine's own Java and Maven are out of sight. */
    private static final List<String> TOOLS = List.of(
            "awk bash cat cut dirname env find grep ls mkdir mktemp mv readlink rm sed sha256sum sleep tee touch"
                    .split(" ", -1));

    @TempDir
    private Path folder = Path.of("");

    private Launcher launcher;

    @BeforeEach
    void cloneIntoAFolderWithSpaces() throws IOException {
        launcher = new Launcher(folder.resolve("a clone"));
        for (String tool : TOOLS) {
            Path path = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            launcher.script("bin/" + tool, "exec " + path + " \"$@\"");
        }
        java("17");
        launcher.script("jdk/bin/javac", "");
        launcher.script("bin/mvn", """
                echo '[INFO] Building Many Paths: server 0.1.0'
                mkdir -p server/target; touch server/target/ihrp-server-0.1.0.jar""");
    }

    @Test
    void buildsWhatIsMissingAndStarts() throws Exception {
        assertThat(demo()).contains("Building", "  server", "called: ", JAR + " demo --data " + launcher.root());
    }

    @Test
    void buildsNothingThatIsUpToDate() throws Exception {
        demo();
        assertThat(demo()).contains("called: ").doesNotContain("Building");
    }

    @Test
    void buildsAgainWhatIsOlderThanItsSources() throws Exception {
        demo();
        Path source = launcher.write("server/src/main/java/Changed.java", "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(demo()).contains("Building");
    }

    @Test
    void buildsNothingForWhatTheClientsInstall() throws Exception {
        launcher.write("examples/clients/app.js", "");
        demo();
        Path module = launcher.write("examples/clients/node_modules/some/index.js", "");
        for (Path changed = module;
                !changed.endsWith("examples");
                changed = changed.resolveSibling("..").normalize()) {
            Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        }
        assertThat(demo()).contains("called: ").doesNotContain("Building");
    }

    @Test
    void buildsAgainWhereAStoryChanges() throws Exception {
        demo();
        Path story = launcher.write("examples/rosa/plan.json", "");
        Files.setLastModifiedTime(story, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(demo()).contains("Building");
    }

    @Test
    void takesNoJarFromAServerThatRuns() throws Exception {
        demo();
        Path source = launcher.write("server/src/main/java/Changed.java", "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(demo()).contains("Building", "the last jar is there");
        assertThat(launcher.root().resolve("server/target")).isDirectoryNotContaining("glob:**/manypaths.*");
    }

    @Test
    void keepsTheDataFolderOfTheCaller() throws Exception {
        assertThat(run(0, "demo", "--data", "elsewhere"))
                .contains("--data elsewhere")
                .doesNotContain("--data " + launcher.root());
    }

    @Test
    void keepsWhatTheServerWritesToItsOwnAccount() throws Exception {
        demo();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("here"))))
                .isEqualTo("rw-------");
    }

    @Test
    void servesWithTheJvmAsItIs() throws Exception {
        assertThat(run(0, "serve", "--port", "9"))
                .contains(JAR + " serve --port 9")
                .doesNotContain("TieredStopAtLevel");
    }

    @Test
    void saysWhenJavaIsTooOld() throws Exception {
        java("11");
        assertThat(run(1, "demo")).contains("Java 11 is too old", "17 or newer").doesNotContain("called");
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        Files.delete(launcher.root().resolve("jdk/bin/java"));
        assertThat(run(1, "demo")).contains("No Java found", "17 or newer");
    }

    @Test
    void saysWhenThereIsNoCompiler() throws Exception {
        Files.delete(launcher.root().resolve("jdk/bin/javac"));
        assertThat(run(1, "demo")).contains("has no compiler", "Install a JDK");
    }

    @Test
    void saysWhenThereIsNoMaven() throws Exception {
        Files.delete(launcher.root().resolve("bin/mvn"));
        assertThat(run(1, "demo")).contains("No Maven found", "3.8.7 or newer");
    }

    @Test
    void showsWhyABuildEnded() throws Exception {
        launcher.script("bin/mvn", "echo '[ERROR] disk full'; exit 1");
        assertThat(run(1, "demo")).contains("[ERROR] disk full", "build.log").doesNotContain("called: ");
        assertThat(run(1, "demo")).contains("Building");
    }

    @Test
    void healthcheckBuildsNothing() throws Exception {
        assertThat(run(1, "healthcheck")).contains("not built yet").doesNotContain("Building");
        demo();
        assertThat(run(0, "healthcheck", "--port", "9")).contains(JAR + " healthcheck --port 9");
    }

    @Test
    void asksForATokenWithTheDataFolderOfTheDemo() throws Exception {
        assertThat(run(1, "token", "--client", "hospital"))
                .contains("not built yet")
                .doesNotContain("Building");
        demo();
        assertThat(run(0, "token", "--client", "hospital"))
                .contains(JAR + " token --client hospital --data " + launcher.root());
    }

    private String demo() throws IOException, InterruptedException {
        return run(0, "demo");
    }

    private void java(String version) throws IOException {
        launcher.script("jdk/bin/java", """
                case "$*" in
                    *-XshowSettings*) printf '    java.home = %%s\\n    java.specification.version = %s\\n' "$JAVA_HOME" ;;
                    *jarmode=tools*) [[ ! -f ${0%%/jdk/*}/server/target/manypaths/ihrp-server.jar ]] || echo the last jar is there >&2
                        for last; do :; done; mkdir -p "$last/lib"; touch "$last/ihrp-server-0.1.0.jar" ;;
                    *) echo "called: $*"; touch here ;;
                esac""".formatted(version));
    }

    private String run(int exit, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder call = launcher.call(folder, List.of(arguments));
        call.environment().put("JAVA_HOME", launcher.root().resolve("jdk").toString());
        call.environment().put("PATH", launcher.root().resolve("bin").toString());
        Process process = call.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exit);
        return output;
    }
}
