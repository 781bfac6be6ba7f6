package org.manypaths.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Launcher;

/** A demo that somebody started with the launcher, from another folder than the clone's. */
final class DemoProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path screen;
    private final int port;
    private final Process process;
    private final Launcher launcher;
    private final Path folder;
    private String operator = "";

    private DemoProcess(Launcher launcher, Path folder, Path screen, int port, Process process) {
        this.launcher = launcher;
        this.folder = folder;
        this.screen = screen;
        this.port = port;
        this.process = process;
    }

    /** A clone whose build gives the jar that this build has just packaged. */
    static Launcher launcher(Path folder) throws IOException {
        Launcher launcher = new Launcher(folder.resolve("a clone"));
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path jar = built.filter(file -> file.getFileName().toString().matches("ihrp-server-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The server is not packaged yet"));
            launcher.script("bin/mvn", "ln -s '" + jar.toAbsolutePath() + "' server/target/");
        }
        return launcher;
    }

    static DemoProcess start(Launcher launcher, Path folder) throws IOException {
        int port = freePort();
        Path screen = Files.createTempFile(folder, "screen", ".txt");
        Path ready = folder.resolve("ready-" + port);
        Process process = call(
                        launcher,
                        folder,
                        "demo",
                        "--port=" + port,
                        "--management-port=" + freePort(),
                        "--ready-file=" + ready)
                .redirectOutput(screen.toFile())
                .start();
        DemoProcess demo = new DemoProcess(launcher, folder, screen, port, process);
        await().atMost(PATIENCE).until(() -> Files.exists(ready) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The demo does not start\n" + demo.screen());
        }
        return demo;
    }

    static ProcessBuilder call(Launcher launcher, Path folder, String... arguments) {
        ProcessBuilder call = launcher.call(folder, List.of(arguments));
        call.environment().put("JAVA_HOME", System.getProperty("java.home"));
        call.environment().merge("PATH", launcher.root().resolve("bin").toString(), (old, bin) -> bin + ":" + old);
        return call;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String root() {
        return "http://127.0.0.1:" + port;
    }

    /** As the operator, with a token that lasts as long as these tests. */
    Http http() {
        if (operator.isEmpty()) {
            operator = token("operator");
        }
        return new Http(URI.create(root())).with(operator);
    }

    /** What the command prints, and it prints nothing else. */
    String token(String client) {
        try {
            Process call = call(launcher, folder, "token", "--client", client, "--port=" + port)
                    .redirectErrorStream(false)
                    .start();
            String token = new String(call.getInputStream().readAllBytes(), UTF_8);
            assertThat(call.waitFor()).as(token).isZero();
            return token.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything printed so far. */
    String screen() {
        try {
            return Files.readString(screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-C, without waiting for what it leads to. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
