package org.manypaths.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manypaths.testkit.Tokens;

/** A person's browser on its way through the pages, without scripts; it follows links of this server by itself. */
final class Browser {

    private static final int MOST_STEPS = 10;

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI root;

    Browser(URI root) {
        this.root = root;
    }

    /** The first answer that leads nowhere, or away from this server. */
    HttpResponse<String> open(String address) {
        return follow(send(HttpRequest.newBuilder(root.resolve(address)).GET()));
    }

    HttpResponse<String> submit(String address, Map<String, String> form) {
        return follow(send(HttpRequest.newBuilder(root.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Tokens.encoded(form)))));
    }

    HttpResponse<String> signIn(HttpResponse<String> page, String name, String password) {
        return submit("/sign-in", Map.of("form", hidden(page, "form"), "name", name, "password", password));
    }

    HttpResponse<String> choose(HttpResponse<String> page, String patient) {
        return submit("/choose-person", Map.of("form", hidden(page, "form"), "patient", patient));
    }

    /** Allows everything; the form has a box for each scope. */
    HttpResponse<String> allow(HttpResponse<String> page) {
        StringBuilder form = new StringBuilder("client_id=" + hidden(page, "client_id") + "&state="
                + java.net.URLEncoder.encode(hidden(page, "state"), java.nio.charset.StandardCharsets.UTF_8));
        Matcher box =
                Pattern.compile("type=\"checkbox\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        while (box.find()) {
            form.append("&scope=")
                    .append(java.net.URLEncoder.encode(box.group(1), java.nio.charset.StandardCharsets.UTF_8));
        }
        return follow(send(HttpRequest.newBuilder(root.resolve("/oauth2/authorize"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))));
    }

    HttpResponse<String> refuse(HttpResponse<String> page) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_id", hidden(page, "client_id"));
        form.put("state", hidden(page, "state"));
        return submit("/oauth2/authorize", form);
    }

    static String hidden(HttpResponse<String> page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        if (!matcher.find()) {
            throw new IllegalStateException(page.statusCode() + " has no " + name + ": " + page.body());
        }
        return matcher.group(1);
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            URI next = answer.headers()
                    .firstValue("Location")
                    .map(answer.uri()::resolve)
                    .orElse(null);
            if (next == null || next.getPort() != root.getPort()) {
                return answer;
            }
            answer = send(HttpRequest.newBuilder(next).GET());
        }
        throw new IllegalStateException("The pages lead in a circle");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
