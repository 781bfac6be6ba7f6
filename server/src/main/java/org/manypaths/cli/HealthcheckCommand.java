package org.manypaths.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server whether it is ready, without starting anything. */
@Command(
        name = "healthcheck",
        description = "Says whether a running server is ready: exit code 0 if it is, 1 if not.",
        mixinStandardHelpOptions = true)
final class HealthcheckCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 5_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the server (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description = "Port of health and metrics (default: --port + 1).")
    private @Nullable Integer managementPort;

    @Option(
            names = {"--host", "--bind"},
            paramLabel = "ADDRESS",
            defaultValue = Loopback.ADDRESS,
            description = "Address of the server (default: ${DEFAULT-VALUE}).")
    private String host = Loopback.ADDRESS;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String address = "http://" + host + ":" + (managementPort != null ? managementPort : port + 1)
                + "/actuator/health/readiness";
        try {
            int status = status(address);
            boolean ready = status == HttpURLConnection.HTTP_OK;
            out.println(ready ? "Ready: " + address : "Not ready: " + address + " answers " + status + ".");
            return ready ? 0 : 1;
        } catch (IOException e) {
            out.println("Not ready: nothing answers at " + address + ".");
            return 1;
        }
    }

    private static int status(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
