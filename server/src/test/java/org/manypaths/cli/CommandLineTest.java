package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the jar answers when it starts no server. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "serve", "token", "healthcheck");
    }

    @Test
    void versionIsAnsweredWithoutAServer() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Many Paths");
    }

    @ParameterizedTest
    @CsvSource({
        "serve --prt 80, Unknown option: --prt",
        "demo --host 0.0.0.0, Unknown option: --host",
        "serve there, Unexpected argument: there",
        "serve --port eighty, Invalid value for option '--port'",
        "serve --port 70000, 'A port is a number from 0 to 65535, not 70000.'",
        "serve --port 8080 --management-port 8080, --port and --management-port must differ.",
        "serve --host 0.0.0.0, say --public-url too",
        "serve --host no.such.host.invalid, say --public-url too",
        "token, Missing required option: '--client=ID'",
        "sevre, Unmatched argument"
    })
    void refusesInOneSentence(String arguments, String sentence) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(ManyPaths.USAGE);
        assertThat(err.toString()).contains(sentence).contains("--help").doesNotContain("\tat ");
    }

    @Test
    void asksForACommandWhenThereIsNone() {
        assertThat(run()).isEqualTo(ManyPaths.USAGE);
        assertThat(err.toString()).contains("demo, journey, serve, token, client or healthcheck");
    }

    @Test
    void saysWhereTheKeysOfTheDemoShouldBe() {
        assertThat(run("token", "--client", "hospital", "--data", "/nowhere")).isEqualTo(1);
        assertThat(err.toString()).contains("no client hospital", "/nowhere");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        CommandLine commandLine = ManyPaths.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
