package org.manypaths.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What an operator's probe is told. */
class HealthcheckCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void saysReadyWhenReadinessIsGreen() throws IOException {
        assertThat(healthcheckOfServerAnswering(200)).isZero();
        assertThat(out.toString()).startsWith("Ready: http://127.0.0.1:");
    }

    @Test
    void saysNotReadyWhenReadinessIsRed() throws IOException {
        assertThat(healthcheckOfServerAnswering(503)).isEqualTo(1);
        assertThat(out.toString()).startsWith("Not ready: ").contains("answers 503");
    }

    @Test
    void saysNotReadyWhenNothingListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(healthcheck(free)).isEqualTo(1);
        assertThat(out.toString()).startsWith("Not ready: nothing answers at ");
    }

    private int healthcheckOfServerAnswering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return healthcheck(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private int healthcheck(int managementPort) {
        CommandLine commandLine = ManyPaths.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        return commandLine.execute("healthcheck", "--management-port", String.valueOf(managementPort));
    }
}
