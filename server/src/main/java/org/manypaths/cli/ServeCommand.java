package org.manypaths.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Serves records, and nothing that is only for looking around. */
@Command(
        name = "serve",
        description = "Starts the server.",
        footer = {
            "",
            "Any setting of docs/configuration.md can be given as well: --server.shutdown=immediate.",
            "There is no authentication yet: the server listens on 127.0.0.1 unless told otherwise."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Option(
            names = {"--host", "--bind"},
            paramLabel = "ADDRESS",
            defaultValue = Loopback.ADDRESS,
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = Loopback.ADDRESS;

    @Option(
            names = "--open-to-everybody",
            description = "Accept that whoever reaches the port reads and changes every record. Needed with a --host"
                    + " that others can reach.")
    private boolean openToEverybody;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> settings = options.toSettings(host, others);
        if (!Loopback.contains(host)) {
            refuseSilentExposure();
            spec.commandLine()
                    .getErr()
                    .println("Warning: no authentication yet. Everybody who reaches " + host
                            + " can read and change every record.");
        }
        return new ServerProcess(settings, options.readyFiles()).run();
    }

    private void refuseSilentExposure() {
        if (!openToEverybody) {
            throw new ParameterException(
                    spec.commandLine(),
                    "This server has no authentication yet, and " + host + " can be reached by others. Add"
                            + " --open-to-everybody if the network itself keeps strangers out.");
        }
        if (!options.hasPublicUrl()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "With --host " + host + " say --public-url too: links in answers must name an address that"
                            + " partners can reach.");
        }
    }
}
