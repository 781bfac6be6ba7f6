package org.manypaths.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Plain HTTP as a partner's program would send it, relative to a base. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final String FHIR_JSON = "application/fhir+json";

    private final URI base;
    private final Supplier<Optional<String>> token;

    /** Without a token. */
    public Http(URI base) {
        this(base, Optional::empty);
    }

    private Http(URI base, Supplier<Optional<String>> token) {
        this.base = base;
        this.token = token;
    }

    /** The same base, with tokens of a client of {@link TestClients}. */
    public Http as(String client) {
        return new Http(base, () -> Optional.of(Tokens.of(base, client)));
    }

    /** The same base, with this token. */
    public Http with(String bearer) {
        return new Http(base, () -> Optional.of(bearer));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", FHIR_JSON).POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", FHIR_JSON).PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    /** A request to complete by hand; {@code path} starts with a slash or is empty. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(5))
                .header("Accept", FHIR_JSON);
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
