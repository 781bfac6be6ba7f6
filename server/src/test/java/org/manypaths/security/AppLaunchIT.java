package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** An app in a browser gets a token for the person who uses it, by SMART App Launch 2.2. */
class AppLaunchIT extends AppSignIn {

    private static final String APP = TestClients.APP;
    private static final String ALL = "openid fhirUser launch/patient offline_access patient/*.rs";

    @Test
    void givesAnAppATokenForThePersonThatAPractitionerChose() {
        HttpResponse<String> token = exchange(APP, code(standalone("mira", "rosa", request(APP, ALL))));

        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        assertThat(Tokens.text(token, "patient")).isEqualTo("rosa");
        assertThat(Tokens.text(token, "need_patient_banner")).isEqualTo("true");
        assertThat(Tokens.text(token, "scope").split(" ", -1)).containsExactlyInAnyOrder(ALL.split(" ", -1));
        assertThat(Tokens.text(token, "refresh_token")).isNotEmpty();
        assertThat(Integer.parseInt(Tokens.text(token, "expires_in"))).isLessThanOrEqualTo(300);
        assertThat(SignedToken.of(Tokens.text(token, "id_token")).text("fhirUser"))
                .hasValue(base() + "/Practitioner/mira");
        assertThat(statusWith(Tokens.text(token, "access_token"))).isEqualTo(200);
    }

    @Test
    void doesNotTakeAnIdTokenForAnAccessToken() {
        HttpResponse<String> token = exchange(APP, code(standalone("mira", "rosa", request(APP, ALL))));
        assertThat(statusWith(Tokens.text(token, "id_token"))).isEqualTo(401);
    }

    @Test
    void opensTheOwnRecordOfAPersonWithoutAsking() {
        Browser browser = new Browser(base());
        HttpResponse<String> end =
                browser.allow(browser.signIn(browser.open(authorize(request(APP, ALL))), "ana", PASSWORD));
        assertThat(Tokens.text(exchange(APP, code(end)), "patient")).isEqualTo("ana");
    }

    @Test
    void tellsTheAppItsStateBack() {
        assertThat(parameter(standalone("mira", "rosa", request(APP, ALL)), "state"))
                .isEqualTo("my state");
    }

    @Test
    void launchesFromAnEhr() {
        HttpResponse<String> launch = launch(APP, "jonah");
        assertThat(launch.statusCode()).as(launch.body()).isEqualTo(200);
        assertThat(Tokens.text(launch, "url")).startsWith("http://127.0.0.1:9/launch?iss=http");

        Map<String, String> request = request(APP, "launch openid fhirUser patient/*.rs");
        request.put("launch", Tokens.text(launch, "launch"));
        Browser browser = new Browser(base());
        HttpResponse<String> end = browser.allow(browser.signIn(browser.open(authorize(request)), "mira", PASSWORD));

        assertThat(Tokens.text(exchange(APP, code(end)), "patient")).isEqualTo("jonah");
    }

    @Test
    void refusesALaunchForAnotherAppAndAMadeUpOne() {
        for (String word : new String[] {Tokens.text(launch(TestClients.PUBLIC_APP, "jonah"), "launch"), "made-up"}) {
            Map<String, String> request = request(APP, "launch patient/*.rs");
            request.put("launch", word);
            assertThat(errorAfterSignIn("mira", request)).isEqualTo("invalid_request");
        }
    }

    @Test
    void opensNobodyElsesRecordForAPerson() {
        Map<String, String> request = request(APP, "launch patient/*.rs");
        request.put("launch", Tokens.text(launch(APP, "jonah"), "launch"));
        assertThat(errorAfterSignIn("ana", request)).isEqualTo("access_denied");
    }

    @Test
    void preparesALaunchForNobodyWithoutAToken() {
        HttpResponse<String> answer = Tokens.post(base().resolve("/launch"), Map.of("client_id", APP, "patient", "a"));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refreshesATokenOnceForEachRefreshToken() {
        HttpResponse<String> first = exchange(APP, code(standalone("mira", "rosa", request(APP, ALL))));
        HttpResponse<String> second = refresh(Tokens.text(first, "refresh_token"));

        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(Tokens.text(second, "patient")).isEqualTo("rosa");
        assertThat(Tokens.text(second, "refresh_token")).isNotEqualTo(Tokens.text(first, "refresh_token"));
        assertThat(refresh(Tokens.text(first, "refresh_token")).statusCode()).isEqualTo(400);
    }

    @Test
    void givesNoRefreshTokenThatWasNotAskedFor() {
        HttpResponse<String> token =
                exchange(APP, code(standalone("mira", "rosa", request(APP, "launch/patient patient/*.rs"))));
        assertThat(token.body()).contains("access_token").doesNotContain("refresh_token", "id_token");
    }

    @Test
    void servesAnAppWithoutKeyButGivesItNoRefreshToken() {
        String code = code(standalone("mira", "rosa", request(TestClients.PUBLIC_APP, ALL)));
        Map<String, String> form = codeForm(code);
        form.put("client_id", TestClients.PUBLIC_APP);
        HttpResponse<String> token = Tokens.post(Tokens.endpoint(base()), form);

        assertThat(token.statusCode()).as(token.body()).isEqualTo(200);
        assertThat(token.body()).doesNotContain("refresh_token");
    }

    @Test
    void takesBackWhatACodeGaveWhenTheCodeIsUsedAgain() {
        String code = code(standalone("mira", "rosa", request(APP, ALL)));
        String token = Tokens.text(exchange(APP, code), "access_token");
        assertThat(statusWith(token)).isEqualTo(200);

        assertThat(exchange(APP, code).statusCode()).isEqualTo(400);

        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void refusesACodeWithAnotherVerifier() {
        Map<String, String> form = codeForm(code(standalone("mira", "rosa", request(APP, ALL))));
        form.put("code_verifier", VERIFIER + "x");
        assertThat(authenticated(APP, form).statusCode()).isIn(400, 401);
    }

    @Test
    void aCodeIsGoneOnceItCameWithAnotherVerifier() {
        String code = code(standalone("mira", "rosa", request(APP, ALL)));
        Map<String, String> form = codeForm(code);
        form.put("code_verifier", VERIFIER + "x");
        assertThat(Tokens.text(authenticated(APP, form), "error")).isEqualTo("invalid_grant");
        assertThat(Tokens.text(exchange(APP, code), "error")).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeOfAnAppWithoutKeyIsGoneOnceItCameWithAnotherVerifier() {
        Map<String, String> form = codeForm(code(standalone("mira", "rosa", request(TestClients.PUBLIC_APP, ALL))));
        form.put("client_id", TestClients.PUBLIC_APP);
        form.put("code_verifier", VERIFIER + "x");
        assertThat(Tokens.post(Tokens.endpoint(base()), form).statusCode()).isIn(400, 401);
        form.put("code_verifier", VERIFIER);
        assertThat(Tokens.text(Tokens.post(Tokens.endpoint(base()), form), "error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void refusesACodeWithoutVerifier() {
        Map<String, String> form = codeForm(code(standalone("mira", "rosa", request(APP, ALL))));
        form.remove("code_verifier");
        assertThat(authenticated(APP, form).statusCode()).isIn(400, 401);
    }

    @Test
    void refusesTheCodeOfAnotherApp() {
        Map<String, String> form = codeForm(code(standalone("mira", "rosa", request(TestClients.PUBLIC_APP, ALL))));
        assertThat(authenticated(APP, form).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, '', invalid_request",
        "aud, https://elsewhere.example.org/fhir, invalid_request",
        "aud, '', invalid_request",
        "scope, system/*.rs, invalid_scope",
        "scope, patient/*.cruds, invalid_scope",
        "scope, launch patient/*.rs, invalid_request",
        "response_type, token, unsupported_response_type",
    })
    void refusesARequestThatIsWrong(String parameter, String value, String error) {
        Map<String, String> request = request(APP, "launch/patient user/*.rs");
        request.put("launch", Tokens.text(launch(APP, "rosa"), "launch"));
        if (parameter.equals("scope") && value.startsWith("launch ")) {
            request.remove("launch");
        }
        request.put(parameter, value);
        if (value.isEmpty()) {
            request.remove(parameter);
        }
        HttpResponse<String> end = afterSignIn("mira", request);
        assertThat(end.headers()
                        .firstValue("Location")
                        .map(place -> parameter(end, "error"))
                        .orElse(error))
                .isEqualTo(error);
        assertThat(end.statusCode()).isIn(302, 303, 400);
        assertThat(end.headers().firstValue("Location").orElse("")).doesNotContain("code=");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect_uri, http://127.0.0.1:9/elsewhere",
        "redirect_uri, https://attacker.example.org/",
        "client_id, nobody"
    })
    void sendsTheBrowserToNoAddressThatNobodyRegistered(String parameter, String value) {
        Map<String, String> request = request(APP, "user/*.rs");
        for (String scope : new String[] {"user/*.rs", "launch/patient patient/*.rs"}) {
            request.put("scope", scope);
            request.put(parameter, value);
            HttpResponse<String> end = new Browser(base()).open(authorize(request));
            assertThat(end.statusCode()).as(end.body()).isEqualTo(400);
            assertThat(end.headers().firstValue("Location")).isEmpty();
            assertThat(end.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(end.body())
                    .contains("<html lang=\"en\"", "Whoever makes the app", parameter)
                    .doesNotContain(value + "\"");
        }
    }

    @Test
    void tellsTheAppWhenNothingWasAllowed() {
        Browser browser = new Browser(base());
        HttpResponse<String> page =
                browser.signIn(browser.open(authorize(request(APP, "user/*.rs"))), "mira", PASSWORD);
        assertThat(page.body()).contains("Allow", "read, search all records that you may see");
        assertThat(parameter(browser.refuse(page), "error")).isEqualTo("access_denied");
    }

    @Test
    void acceptsTheRequestInABodyToo() {
        Browser browser = new Browser(base());
        HttpResponse<String> page = browser.submit("/oauth2/authorize", request(APP, "user/*.rs"));
        assertThat(page.body()).contains("<h1>Sign in</h1>");
        assertThat(code(browser.allow(browser.signIn(page, "mira", PASSWORD)))).isNotEmpty();
    }

    @Test
    void letsNobodyInWithAWrongPasswordNorWithAFormOfAnotherSite() {
        Browser browser = new Browser(base());
        HttpResponse<String> page = browser.open(authorize(request(APP, "user/*.rs")));
        assertThat(browser.signIn(page, "mira", "wrong").statusCode()).isEqualTo(403);
        assertThat(browser.signIn(page, "nobody", PASSWORD).body()).contains("role=\"alert\"");
        assertThat(browser.submit("/sign-in", Map.of("form", "x", "name", "mira", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.open(authorize(request(APP, "user/*.rs"))).body()).contains("<h1>Sign in</h1>");
    }

    @Test
    void lockedNamesHaveToWait() {
        users().put("lena", "Lena", PASSWORD, Role.USER, "Practitioner/lena");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(users().signIn("lena", "wrong")).isEmpty();
        }
        assertThat(users().signIn("lena", PASSWORD)).isEmpty();
    }

    @Test
    void showsPagesThatNobodyCanFrameAndThatRunNothing() {
        HttpResponse<String> page = new Browser(base()).open(authorize(request(APP, "user/*.rs")));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'", "form-action 'self' http://127.0.0.1:9");
        assertThat(page.body()).doesNotContainIgnoringCase("<script").contains("<html lang=\"en\"", "<label for=");
        assertThat(page.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("HttpOnly"));
    }

    @Test
    void advertisesWhatTheseTestsExercise() {
        HttpResponse<String> document = withoutToken().get("/.well-known/smart-configuration");
        assertThat(document.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(document.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        for (String name : new String[] {
            "authorization_endpoint", "token_endpoint", "introspection_endpoint", "revocation_endpoint", "jwks_uri"
        }) {
            assertThat(Tokens.text(document, name)).startsWith("http://127.0.0.1:" + base().getPort() + "/oauth2/");
        }
        assertThat(document.body())
                .contains("\"code_challenge_methods_supported\":[\"S256\"]")
                .contains("\"grant_types_supported\":[\"client_credentials\",\"authorization_code\",\"refresh_token\"]")
                .doesNotContain("client-confidential-symmetric", "plain", "device_code", "smart-app-state");
        assertThat(new Http(base().resolve("/.well-known/openid-configuration"))
                        .get("")
                        .body())
                .contains("\"subject_types_supported\"");
    }

    private HttpResponse<String> afterSignIn(String user, Map<String, String> request) {
        Browser browser = new Browser(base());
        HttpResponse<String> page = browser.open(authorize(request));
        return page.body().contains("<h1>Sign in</h1>") ? browser.signIn(page, user, PASSWORD) : page;
    }

    private String errorAfterSignIn(String user, Map<String, String> request) {
        return parameter(afterSignIn(user, request), "error");
    }

    private HttpResponse<String> launch(String app, String patient) {
        Http http = new Http(base().resolve("/launch")).with(Tokens.of(base(), TestClients.COUNSELLING));
        return http.send(http.request("")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("Accept", "application/json")
                .POST(BodyPublishers.ofString("client_id=" + app + "&patient=" + patient)));
    }

    private HttpResponse<String> refresh(String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", token);
        return authenticated(APP, form);
    }

    private int statusWith(String token) {
        return withoutToken().with(token).get("/Organization?_count=1").statusCode();
    }
}
