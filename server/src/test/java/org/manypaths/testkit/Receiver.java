package org.manypaths.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody on this machine who gets notifications, under as many names as a test needs, and behaves as it says. */
public final class Receiver implements AutoCloseable {

    /** The names under which the server of all integration tests may reach the shared receiver. */
    public static final List<String> NAMES =
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o");

    private static final Receiver SHARED = open();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "receiver");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, List<Received>> received = new ConcurrentHashMap<>();
    private final Map<String, Function<Received, Integer>> behaviours = new ConcurrentHashMap<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** One notification as it came. */
    public record Received(String eventId, Map<String, List<String>> headers, String body) {

        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst();
        }
    }

    public static Receiver shared() {
        return SHARED;
    }

    public static Receiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String endpoint(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** What to answer under this name; it may take its time. A status below zero breaks the connection off. */
    public void behave(String name, Function<Received, Integer> behaviour) {
        behaviours.put(name, behaviour);
    }

    public List<Received> received(String name) {
        return received.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
    }

    public Set<String> eventIds(String name) {
        return received(name).stream().map(Received::eventId).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String eventId = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Event-Id"))
                    .orElse("none");
            Received notification = new Received(eventId, Map.copyOf(exchange.getRequestHeaders()), body);
            received(name).add(notification);
            int status = behaviours.getOrDefault(name, any -> 200).apply(notification);
            if (status >= 300 && status < 400) {
                exchange.getResponseHeaders().set("Location", endpoint("redirected"));
            }
            if (status >= 0) {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }
}
