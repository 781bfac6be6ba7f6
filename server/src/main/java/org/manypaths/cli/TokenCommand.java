package org.manypaths.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.manypaths.demo.DemoCredential;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gets an access token for one of the demo's clients and prints it, alone, so that a shell can use it. */
@Command(
        name = "token",
        description = "Prints an access token for a client of the demo that is running.",
        footer = {
            "",
            "Clients: counselling, detox, hospital, prescriber, stranger, operator, person.",
            "A token lasts five minutes. curl -H \"Authorization: Bearer $(./manypaths token --client hospital)\" …"
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--client", paramLabel = "ID", required = true, description = "The client to get a token for.")
    private String client = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the demo (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "data",
            description = "Folder of the demo's database, where the keys of its clients are (default: ./data).")
    private Path data = Path.of("data");

    @Option(
            names = "--scope",
            paramLabel = "SCOPES",
            description = "Scopes with spaces between (default: all of the client).")
    private @Nullable String scope;

    @Override
    public Integer call() throws IOException {
        if (!client.matches("[a-z0-9-]+")) {
            throw new StartRefusal("There is no client " + client + " in the demo.");
        }
        DemoCredential credential = DemoCredential.read(data, client)
                .orElseThrow(() -> new StartRefusal("There is no client " + client + " in " + data.toAbsolutePath()
                        + ". Start the demo once with this --data, and see --help for its clients."));
        TokenRequest request = new TokenRequest("http://" + Loopback.ADDRESS + ":" + port);
        spec.commandLine().getOut().println(request.send(credential, scope == null ? credential.scope() : scope));
        return 0;
    }
}
