package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How options become settings of the application. */
class ServerOptionsTest {

    @Test
    void managementPortFollowsThePort() {
        assertThat(settings("--port", "9000")).contains("--server.port=9000", "--management.server.port=9001");
    }

    @Test
    void managementPortCanBeChosen() {
        assertThat(settings("--management-port", "7000"))
                .contains("--server.port=8080", "--management.server.port=7000");
    }

    @Test
    void anyFreePortMeansAnyForBoth() {
        assertThat(settings("--port", "0")).contains("--server.port=0", "--management.server.port=0");
    }

    @Test
    void bothPortsListenOnTheSameAddress() {
        assertThat(settings()).contains("--server.address=127.0.0.1", "--management.server.address=127.0.0.1");
    }

    @Test
    void dataFolderKeepsItsMeaningWhateverTheWorkingFolder() {
        assertThat(settings("--data", "some where"))
                .contains("--manypaths.data=" + Path.of("some where").toAbsolutePath());
    }

    @Test
    void publicUrlIsLeftOutUnlessGiven() {
        assertThat(settings()).noneMatch(setting -> setting.contains("public-url"));
        assertThat(settings("--public-url", "https://fhir.example.org"))
                .contains("--manypaths.public-url=https://fhir.example.org");
    }

    @Test
    void passesSettingsOfTheApplicationOn() {
        List<String> others = List.of("--server.shutdown=immediate");
        assertThat(new Bare().options.toSettings("127.0.0.1", others)).endsWith("--server.shutdown=immediate");
    }

    @Test
    void aSettingOfTheApplicationReplacesTheOptionThatMeansTheSame() {
        List<String> others = List.of("--server.port=4711");
        assertThat(new Bare().options.toSettings("127.0.0.1", others))
                .filteredOn(setting -> setting.startsWith("--server.port="))
                .containsExactly("--server.port=4711");
    }

    private static List<String> settings(String... arguments) {
        Bare command = new Bare();
        new CommandLine(command).parseArgs(arguments);
        return command.options.toSettings("127.0.0.1", List.of());
    }

    @Command(name = "bare")
    private static final class Bare {

        @Mixin
        private ServerOptions options = new ServerOptions();
    }
}
