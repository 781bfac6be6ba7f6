package org.manypaths.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command that starts a server understands. */
final class ServerOptions {

    private static final int HIGHEST_PORT = 65_535;
    private static final String SETTING = "--[a-z][a-z0-9-]*(\\.[A-Za-z0-9_\\[\\]-]+)+=.*";

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the FHIR endpoint and the start page (default: ${DEFAULT-VALUE}; 0: any free one).")
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "Port of health and metrics (default: --port + 1).")
    private @Nullable Integer managementPort;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Folder of the database (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "Address by which partners reach this server, when it is not the one it listens on.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Gets the base URL once the server is ready; for scripts that wait for it.")
    private List<Path> readyFiles = new ArrayList<>();

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** Whoever waits names a file of its own: the launcher does, and its caller may. */
    List<Path> readyFiles() {
        return readyFiles;
    }

    boolean hasPublicUrl() {
        return publicUrl != null;
    }

    /**
     * The same in the application's own words, as command line settings, which beat all other sources.
     *
     * @param others what the command line held besides; only settings of the application may stand there
     */
    List<String> toSettings(String host, List<String> others) {
        others.stream().filter(setting -> !setting.matches(SETTING)).findFirst().ifPresent(this::refuse);
        List<String> all = new ArrayList<>();
        all.add("--server.address=" + host);
        all.add("--server.port=" + valid(port));
        all.add("--management.server.address=" + host);
        all.add("--management.server.port=" + managementPort());
        all.add("--manypaths.data=" + data());
        if (publicUrl != null) {
            all.add("--manypaths.public-url=" + publicUrl);
        }
        all.removeIf(setting -> others.stream().anyMatch(other -> key(other).equals(key(setting))));
        all.addAll(others);
        return all;
    }

    private static String key(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private int managementPort() {
        int management = managementPort != null ? managementPort : port == 0 ? 0 : port + 1;
        if (management == port && port != 0) {
            throw new ParameterException(spec.commandLine(), "--port and --management-port must differ.");
        }
        return valid(management);
    }

    private int valid(int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "A port is a number from 0 to " + HIGHEST_PORT + ", not " + number + ".");
        }
        return number;
    }

    private void refuse(String argument) {
        throw new ParameterException(
                spec.commandLine(),
                argument.startsWith("-") ? "Unknown option: " + argument : "Unexpected argument: " + argument);
    }
}
