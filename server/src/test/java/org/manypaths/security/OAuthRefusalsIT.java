package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ClientKey;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** Whoever is refused at the authorization server is told the code of RFC 6749 and, in words, why. */
class OAuthRefusalsIT extends ServerIT {

    static Stream<Arguments> refusals() {
        Map<String, String> code =
                Map.of("grant_type", "authorization_code", "code", "x", "redirect_uri", "http://127.0.0.1:9/");
        return Stream.of(
                Arguments.of("token", TestClients.APP, code, 400, "invalid_grant"),
                Arguments.of(
                        "token",
                        TestClients.APP,
                        Map.of("grant_type", "refresh_token", "refresh_token", "x"),
                        400,
                        "invalid_grant"),
                Arguments.of(
                        "token",
                        TestClients.APP,
                        Map.of("grant_type", "client_credentials", "scope", "user/Patient.rs"),
                        400,
                        "invalid_scope"),
                Arguments.of(
                        "token", TestClients.HOSPITAL, Map.of("grant_type", "password"), 400, "unsupported_grant_type"),
                Arguments.of(
                        "token", TestClients.HOSPITAL, Map.of("scope", "system/Patient.rs"), 400, "invalid_request"),
                Arguments.of("token", "", code, 401, "invalid_client"),
                Arguments.of("token", "", Map.of("client_id", TestClients.PUBLIC_APP), 401, "invalid_client"),
                Arguments.of("token", "", Map.of("grant_type", "password", "username", "x"), 401, "invalid_client"),
                Arguments.of("token", "", Map.of(), 401, "invalid_client"),
                Arguments.of("revoke", TestClients.HOSPITAL, Map.of(), 400, "invalid_request"),
                Arguments.of("revoke", "", Map.of("token", "x"), 401, "invalid_client"),
                Arguments.of("introspect", "", Map.of("token", "x"), 401, "invalid_client"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("refusals")
    void tellsWhy(String endpoint, String client, Map<String, String> form, int status, String error) {
        Map<String, String> sent = new HashMap<>(form);
        if (!client.isEmpty()) {
            sent.put("client_assertion_type", Tokens.ASSERTION_TYPE);
            sent.put(
                    "client_assertion",
                    TestClients.key(client).sign(ClientKey.claims(client, Tokens.endpoint(base()))));
        }
        HttpResponse<String> answer = Tokens.post(base().resolve("/oauth2/" + endpoint), sent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertToldWhy(answer, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "revoke"})
    void tellsWhyAPasswordIsNoUse(String endpoint) {
        Http http = new Http(base().resolve("/oauth2/" + endpoint));
        HttpResponse<String> answer = http.send(http.request("")
                .header("Authorization", "Basic aG9zcGl0YWw6eA==")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&token=x")));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertToldWhy(answer, "invalid_client");
    }

    private static void assertToldWhy(HttpResponse<String> answer, String error) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Tokens.text(answer, "error")).as(answer.body()).isEqualTo(error);
        assertThat(Tokens.text(answer, "error_description"))
                .as(answer.body())
                .matches("[A-Z].{10,}\\.")
                .doesNotContain("OAuth 2.0 Parameter", "Client authentication failed");
    }
}
