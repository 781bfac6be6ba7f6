package org.manypaths.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server in a process of its own, started and ended as an operator or an accident would. */
public final class PackagedServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Path JAR = Path.of(System.getProperty("server.jar", "no server.jar given"));
    private static final int OK = 200;
    private static final int LAST_WORDS = 20_000;

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;
    private final List<Integer> statusesBeforeReady = new ArrayList<>();

    private PackagedServer(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts a server and returns at once.
     *
     * @param folder holds the H2 database, if that is used, and the log
     * @param settings further settings as on the command line, without the dashes
     */
    public static PackagedServer launch(Path folder, Map<String, String> environment, List<String> settings) {
        int[] ports = freePorts();
        int port = ports[0];
        int managementPort = ports[1];
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xms512m",
                "-Xmx1g",
                "-jar",
                UnpackedProgram.of(JAR).toString(),
                "serve",
                "--port=" + port,
                "--management-port=" + managementPort,
                "--data=" + folder));
        TestClients.settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        settings.forEach(setting -> command.add("--" + setting));
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new PackagedServer(builder.start(), log, port, managementPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #launch}, but returns when the server says that it is ready. */
    public static PackagedServer start(Path folder, Map<String, String> environment, List<String> settings) {
        PackagedServer server = launch(folder, environment, settings);
        server.awaitReady();
        return server;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port + "/fhir");
    }

    /** The status of {@code /actuator/health} and what follows it. */
    public int health(String group) {
        return status(health(), group);
    }

    /** What the FHIR endpoint answered to those who came too early; nothing where nobody answered. */
    public List<Integer> statusesBeforeReady() {
        return statusesBeforeReady;
    }

    /** SIGKILL: no hook runs, no buffer is written. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM, without waiting for what it leads to. */
    public void askToStop() {
        process.destroy();
    }

    /** Waits for the end of the process and returns its exit code. */
    public int awaitExit() {
        if (!endsWithin(PATIENCE)) {
            throw new IllegalStateException("The server does not end\n" + lastWords());
        }
        return process.exitValue();
    }

    /** Lets some time pass; true if the process ended within it. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All that this and earlier servers in the same folder printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        Http fhir = new Http(base());
        while (true) {
            int early = status(fhir, "/metadata");
            if (health("/readiness") == OK) {
                return;
            }
            if (early != 0) {
                statusesBeforeReady.add(early);
            }
            if (endsWithin(Duration.ofMillis(250)) || Instant.now().isAfter(end)) {
                kill();
                throw new IllegalStateException("The server does not get ready\n" + lastWords());
            }
        }
    }

    private Http health() {
        return new Http(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health"));
    }

    private String lastWords() {
        String all = log();
        return all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    /** The status, or 0 where nobody answers. */
    private static int status(Http http, String path) {
        try {
            HttpResponse<String> answer =
                    http.send(http.request(path).setHeader("Accept", "*/*").GET());
            return answer.statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** Two that differ: a port that was given back may be the next one that is given out. */
    private static int[] freePorts() {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
