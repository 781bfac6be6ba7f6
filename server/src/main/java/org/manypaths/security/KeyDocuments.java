package org.manypaths.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Key sets that clients publish at addresses which an operator registered; no other address is ever asked.
 *
 * <p>A set is kept as long as its sender allows and five minutes at most. Redirects are not followed.
 */
class KeyDocuments {

    private static final Logger log = LoggerFactory.getLogger(KeyDocuments.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LARGEST = 65_536;
    private static final int OK = 200;
    private static final Pattern MAX_AGE = Pattern.compile("max-age=(\\d{1,9})");

    private final Clock clock;
    private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

    KeyDocuments(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Optional<JWKSet> keys, Instant read, Instant until) {}

    private static final class Client {
        static final HttpClient HTTP =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** The key set at the address that has the key, or the newest without it; empty if nothing sensible is there. */
    Optional<JWKSet> get(URI address, String kid) {
        Instant now = clock.instant();
        Kept known = kept.get(address);
        if (known != null && isEnough(known, kid, now)) {
            return known.keys();
        }
        Kept read = fetch(address, now);
        kept.put(address, read);
        return read.keys();
    }

    /** One that lacks the key is asked for again, though not at once for each key that somebody makes up. */
    private static boolean isEnough(Kept known, String kid, Instant now) {
        return has(known, kid)
                ? now.isBefore(known.until())
                : now.isBefore(known.read().plus(PAUSE));
    }

    private static boolean has(Kept known, String kid) {
        return known.keys().filter(keys -> keys.getKeyByKeyId(kid) != null).isPresent();
    }

    private static Kept fetch(URI address, Instant now) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .build();
            HttpResponse<InputStream> answer = Client.HTTP.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (answer.statusCode() == OK && bytes.length <= LARGEST) {
                    JWKSet keys = JWKSet.parse(new String(bytes, StandardCharsets.UTF_8));
                    return new Kept(Optional.of(keys), now, now.plus(age(answer)));
                }
            }
        } catch (IOException | ParseException e) {
            log.warn("The keys of a client cannot be read from the address that is registered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Kept(Optional.empty(), now, now);
    }

    private static Duration age(HttpResponse<?> answer) {
        String header = answer.headers().firstValue("Cache-Control").orElse("");
        if (header.contains("no-store") || header.contains("no-cache")) {
            return Duration.ZERO;
        }
        Matcher age = MAX_AGE.matcher(header);
        Duration allowed = age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : LONGEST_KEPT;
        return allowed.compareTo(LONGEST_KEPT) < 0 ? allowed : LONGEST_KEPT;
    }
}
