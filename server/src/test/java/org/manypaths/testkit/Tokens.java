package org.manypaths.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Gets access tokens for the clients of the tests, as the clients would, and keeps them while they last. */
public final class Tokens {

    public static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration KEPT = Duration.ofSeconds(200);
    private static final Map<String, Held> HELD = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    private Tokens() {}

    private record Held(String token, Instant since) {}

    /** A token with all scopes of the client, for the server with this FHIR base. */
    public static String of(URI base, String client) {
        String key = base + " " + client;
        Held held = HELD.get(key);
        if (held == null || held.since().plus(KEPT).isBefore(Instant.now())) {
            held = new Held(fetch(base, client, TestClients.scopes(client)), Instant.now());
            HELD.put(key, held);
        }
        return held.token();
    }

    /** A new token with just these scopes. */
    public static String fetch(URI base, String client, String scopes) {
        String assertion = TestClients.key(client).sign(ClientKey.claims(client, endpoint(base)));
        HttpResponse<String> answer = ask(base, assertion, scopes);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
        return text(answer, "access_token");
    }

    /** The answer of the token endpoint. */
    public static HttpResponse<String> ask(URI base, String assertion, String scopes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", scopes);
        form.put("client_assertion_type", ASSERTION_TYPE);
        form.put("client_assertion", assertion);
        return post(endpoint(base), form);
    }

    public static HttpResponse<String> post(URI address, Map<String, String> form) {
        Http http = new Http(address);
        return http.send(http.request("")
                .setHeader("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    public static URI endpoint(URI base) {
        return base.resolve("/oauth2/token");
    }

    /** A text of a JSON answer. */
    public static String text(HttpResponse<String> answer, String name) {
        try {
            return JSON.readTree(answer.body()).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
