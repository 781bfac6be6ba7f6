package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.manypaths.testkit.ClientKey;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** What an app and the browser of somebody who uses it do on their way to a token. */
abstract class AppSignIn extends ServerIT {

    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";
    static final String PASSWORD = "a long password for tests";

    @Autowired
    private Users users;

    @BeforeEach
    void registerUsers() {
        if (users.find("mira").isEmpty()) {
            users.put("mira", "Mira", PASSWORD, Role.USER, "Practitioner/mira");
            users.put("ana", "Ana", PASSWORD, Role.PERSON, "Patient/ana");
            users.put("oda", "Oda", PASSWORD, Role.OPERATOR, "Practitioner/oda");
        }
    }

    Users users() {
        return users;
    }

    HttpResponse<String> standalone(String user, String patient, Map<String, String> request) {
        Browser browser = new Browser(base());
        HttpResponse<String> choice = browser.signIn(browser.open(authorize(request)), user, PASSWORD);
        return browser.allow(browser.choose(choice, patient));
    }

    Map<String, String> request(String client, String scope) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", client);
        request.put("redirect_uri", TestClients.REDIRECT);
        request.put("scope", scope);
        request.put("state", "my state");
        request.put("aud", base().toString());
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    static String authorize(Map<String, String> request) {
        return "/oauth2/authorize?" + Tokens.encoded(request);
    }

    static String challenge() {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String code(HttpResponse<String> end) {
        return parameter(end, "code");
    }

    static String parameter(HttpResponse<String> end, String name) {
        String location = end.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(end.statusCode() + " " + end.uri() + " " + end.body()));
        assertThat(location).startsWith(TestClients.REDIRECT);
        Optional<String> value = Arrays.stream(
                        URI.create(location).getRawQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
        return value.orElseThrow(() -> new IllegalStateException(location));
    }

    static Map<String, String> codeForm(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", TestClients.REDIRECT);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    HttpResponse<String> exchange(String client, String code) {
        return authenticated(client, codeForm(code));
    }

    HttpResponse<String> authenticated(String client, Map<String, String> form) {
        form.put("client_assertion_type", Tokens.ASSERTION_TYPE);
        form.put("client_assertion", TestClients.key(client).sign(ClientKey.claims(client, Tokens.endpoint(base()))));
        return Tokens.post(Tokens.endpoint(base()), form);
    }
}
