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
            "The server listens on 127.0.0.1 unless told otherwise."
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

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public Integer call() {
        List<String> settings = options.toSettings(host, others);
        if (!Loopback.contains(host)) {
            requirePublicUrl();
        }
        return new ServerProcess(settings, options.readyFiles()).run();
    }

    private void requirePublicUrl() {
        if (!options.hasPublicUrl()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "With --host " + host + " say --public-url too: links in answers must name an address that"
                            + " partners can reach.");
        }
    }
}
