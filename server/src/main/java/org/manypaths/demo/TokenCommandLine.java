package org.manypaths.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.Environment;

/** The command that prints a token for this very server, as it can be copied from where the demo was started. */
class TokenCommandLine {

    private final Environment environment;

    TokenCommandLine(Environment environment) {
        this.environment = environment;
    }

    /** To be asked once the server listens. */
    String command(DemoClient client) {
        return program() + " token --client " + client.id() + port() + data();
    }

    /** The option of curl that brings the token. */
    String header(DemoClient client) {
        return "-H \"Authorization: Bearer $(" + command(client) + ")\"";
    }

    private String program() {
        return launcher()
                .map(launcher -> isHere(launcher) ? "./manypaths" : quoted(launcher))
                .orElseGet(() -> "java -jar "
                        + quoted(Optional.ofNullable(new ApplicationHome(DemoClients.class).getSource())
                                .orElse(new java.io.File("ihrp-server.jar"))
                                .toPath()));
    }

    private String port() {
        String port = environment.getProperty("local.server.port", "8080");
        return port.equals("8080") ? "" : " --port " + port;
    }

    /** Left out where the program finds it by itself. */
    private String data() {
        Path data = Path.of(environment.getProperty("manypaths.data", "data")).toAbsolutePath();
        Path found = launcher().map(launcher -> launcher.resolveSibling("data")).orElse(Path.of("data"));
        return data.equals(found.toAbsolutePath()) ? "" : " --data " + quoted(data);
    }

    private Optional<Path> launcher() {
        return Optional.ofNullable(environment.getProperty("manypaths.launcher"))
                .map(Path::of);
    }

    private static boolean isHere(Path launcher) {
        return launcher.equals(Path.of("manypaths").toAbsolutePath());
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
