package org.manypaths.cli.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.manypaths.cli.StartRefusal;
import org.manypaths.cli.TokenRequest;

/** One organisation's server: a process of its own, a database of its own, and those who may call it. */
final class Place implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path folder;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private String base = "";

    private record Token(String text, long madeAt) {}

    private Place(Process process, Path folder, List<Account> accounts) {
        this.process = process;
        this.folder = folder;
        accounts.forEach(account -> this.accounts.put(account.id(), account));
    }

    /** Starts a server and returns at once. */
    static Place open(Path folder, List<Account> accounts) {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", System.getProperty("java.class.path", "")));
        command.addAll(List.of("serve", "--port=0", "--data=" + folder, "--ready-file=" + folder.resolve("ready")));
        for (int i = 0; i < accounts.size(); i++) {
            command.addAll(accounts.get(i).toSettings(i));
        }
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile())
                    .start();
            return new Place(process, folder, accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server is ready, and returns where it is. */
    String awaitReady() {
        Path ready = folder.resolve("ready");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!Files.exists(ready) || Files.readString(ready).isBlank()) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new StartRefusal(
                            "A server does not get ready. What it said: " + folder.resolve("server.log"));
                }
            }
            base = Files.readString(ready).strip();
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("Stopped while a server was starting.");
        }
    }

    Answer get(String account, String path) {
        return send(account, request(path).GET());
    }

    Answer post(String account, String path, JsonNode body) {
        return send(account, request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends text as it is, so that a digest over it holds. */
    Answer post(String account, String path, String body) {
        return send(account, request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Replaces what was read, and only if nobody replaced it since. */
    Answer put(String account, String path, Answer read, JsonNode body) {
        return send(
                account, request(path).header("If-Match", read.etag()).PUT(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json");
    }

    private Answer send(String account, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "Bearer " + token(account)).build(), BodyHandlers.ofString());
            String text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode(),
                    text,
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefusal("Stopped while a server was asked.");
        }
    }

    private String token(String id) {
        Account account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("No account " + id);
        }
        Token kept = tokens.get(id);
        if (kept == null || System.nanoTime() - kept.madeAt() > TOKEN_LIFE.toNanos()) {
            kept = new Token(
                    new TokenRequest(base.replaceFirst("/fhir$", "")).send(account.secret(), account.scopes()),
                    System.nanoTime());
            tokens.put(id, kept);
        }
        return kept.text();
    }

    /** Stops the server as an operator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
