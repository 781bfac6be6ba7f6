package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ClientKey;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** A system of a partner gets a token with its key alone, and with the token what it was given for. */
class BackendServicesIT extends ServerIT {

    private static final String HOSPITAL = TestClients.HOSPITAL;

    @Test
    void givesATokenForFiveMinutesToAClientThatShowsItsKey() {
        HttpResponse<String> answer = Tokens.ask(base(), assertion(), "system/Patient.rs");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Tokens.text(answer, "token_type")).isEqualToIgnoringCase("bearer");
        assertThat(Integer.parseInt(Tokens.text(answer, "expires_in"))).isBetween(290, 300);
        assertThat(Tokens.text(answer, "scope")).isEqualTo("system/Patient.rs");
        assertThat(answer.body()).doesNotContain("refresh_token");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
    }

    @Test
    void letsTheTokenIn() {
        assertThat(http(HOSPITAL).get("/Organization?_count=1").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient",
                "/Patient/1",
                "",
                "/$export",
                "/NoSuchType",
                "/metadata/",
                "/metadata;x=1",
                "/Metadata"
            })
    void saysWhatIsMissingToWhoeverBringsNone(String path) {
        HttpResponse<String> answer = withoutToken().get(path);

        assertThat(Outcome.codes(answer, 401)).containsExactly("request/unauthorized");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metadata", "/.well-known/smart-configuration"})
    void leavesDiscoveryOpen(String path) {
        assertThat(withoutToken().get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic b3BlcmF0b3I6eA==", "Bearer", "Bearer x", "Bearer a.b.c", "operator"})
    void refusesWhatIsNoToken(String header) {
        assertThat(withoutToken()
                        .send(withoutToken()
                                .request("/Patient")
                                .header("Authorization", header)
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesAnAssertionAsAToken() {
        assertThat(statusWith(assertion())).isEqualTo(401);
    }

    @Test
    void refusesATokenWithAnotherSignature() {
        String token = Tokens.fetch(base(), HOSPITAL, "system/Patient.rs");
        String other = Tokens.fetch(base(), HOSPITAL, "system/*.cruds");

        assertThat(statusWith(other.substring(0, other.lastIndexOf('.')) + token.substring(token.lastIndexOf('.'))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "hospital, user/Patient.rs",
        "hospital, openid",
        "hospital, system/Patient.sr",
        "hospital, ''",
        "person, system/Patient.rs",
        "person, user/Patient.c",
    })
    void refusesAScopeThatTheClientIsNotRegisteredFor(String client, String scope) {
        HttpResponse<String> answer = Tokens.ask(
                base(), TestClients.key(client).sign(ClientKey.claims(client, Tokens.endpoint(base()))), scope);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Tokens.text(answer, "error")).isEqualTo("invalid_scope");
        assertThat(Tokens.text(answer, "error_description")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:device_code",
                "authorization_code",
                "refresh_token",
                "implicit"
            })
    void refusesEveryGrantThatIsNotAdvertised(String grant) {
        HttpResponse<String> answer = Tokens.post(
                Tokens.endpoint(base()),
                Map.of(
                        "grant_type",
                        grant,
                        "scope",
                        "system/Patient.rs",
                        "client_assertion_type",
                        Tokens.ASSERTION_TYPE,
                        "client_assertion",
                        assertion()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void tellsAboutATokenAndTakesItBack() {
        String token = Tokens.fetch(base(), HOSPITAL, "system/Patient.rs");
        assertThat(Tokens.text(introspect(token), "active")).isEqualTo("true");
        assertThat(Tokens.text(introspect(token), "scope")).isEqualTo("system/Patient.rs");
        assertThat(Tokens.text(introspect(token), "client_id")).isEqualTo(HOSPITAL);
        assertThat(Tokens.text(introspect(token), "exp")).matches("[0-9]+");
        assertThat(statusWith(token)).isEqualTo(200);

        assertThat(authenticated("/oauth2/revoke", token).statusCode()).isEqualTo(200);

        assertThat(introspect(token).body()).isEqualTo("{\"active\":false}");
        assertThat(statusWith(token)).isEqualTo(401);
    }

    @Test
    void tellsNothingAboutATokenThatIsNone() {
        assertThat(introspect("nonsense").body()).isEqualTo("{\"active\":false}");
    }

    @Test
    void publishesItsKeysAndNoPrivatePartOfThem() throws ParseException {
        HttpResponse<String> answer = new Http(base().resolve("/oauth2/jwks")).get("");
        JWKSet keys = JWKSet.parse(answer.body());

        assertThat(keys.getKeys()).isNotEmpty().noneMatch(JWK::isPrivate);
        assertThat(answer.body()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/device_authorization",
                "/oauth2/par",
                "/oauth2/nothing",
                "/oauth2/token/",
                "/connect/register"
            })
    void hasNoOtherEndpoint(String path) {
        assertThat(Tokens.post(base().resolve(path), Map.of("client_assertion", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> introspect(String token) {
        return authenticated("/oauth2/introspect", token);
    }

    private HttpResponse<String> authenticated(String path, String token) {
        return Tokens.post(
                base().resolve(path),
                Map.of(
                        "token",
                        token,
                        "client_assertion_type",
                        Tokens.ASSERTION_TYPE,
                        "client_assertion",
                        assertion()));
    }

    private int statusWith(String token) {
        return withoutToken()
                .send(withoutToken()
                        .request("/Patient?_count=1")
                        .header("Authorization", "Bearer " + token)
                        .GET())
                .statusCode();
    }

    private String assertion() {
        return TestClients.key(HOSPITAL).sign(ClientKey.claims(HOSPITAL, Tokens.endpoint(base())));
    }
}
