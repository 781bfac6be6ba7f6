package org.manypaths.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The people of the examples, stored once for all tests that ask about them and change nothing about them. */
public final class Stories {

    private static boolean stored;

    private Stories() {}

    /** Stores every bundle of {@code examples/order.txt}, unless another test did before. */
    public static synchronized void store(Http server) {
        if (!stored) {
            // Not tried again after a failure: the second try would only hide its cause.
            stored = true;
            text("order.txt").lines().filter(name -> !name.isBlank()).forEach(name -> {
                HttpResponse<String> answer = server.post("", text(name.replace("/", "/bundle-") + ".json"));
                assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(200);
            });
        }
    }

    /** A file of the examples as the build put it on the class path. */
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Stories.class.getResourceAsStream("/examples/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
