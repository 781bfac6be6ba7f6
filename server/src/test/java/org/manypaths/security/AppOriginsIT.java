package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;

/** Which pages a browser lets read the answers of this server (SMART App Launch 2.2, requirements 16 and 17). */
class AppOriginsIT extends ServerIT {

    private static final String ORIGIN = "http://127.0.0.1:9";

    @Test
    void letsThePageOfARegisteredAppReadAnswersAndNoOther() {
        HttpResponse<String> question = preflight(ORIGIN);
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(question.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        Http nobody = withoutToken();
        HttpResponse<String> refused =
                nobody.send(nobody.request("/Patient").header("Origin", ORIGIN).GET());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers"))
                .get()
                .asString()
                .contains("Consent-Scope", "Redisclosure-Notice");

        HttpResponse<String> stranger = preflight("https://elsewhere.example");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsEveryPageReadWhatTheServerSaysOfItself() {
        Http nobody = withoutToken();
        for (String open : List.of("/metadata", "/.well-known/smart-configuration")) {
            HttpResponse<String> answer = nobody.send(nobody.request(open)
                    .header("Origin", "https://elsewhere.example")
                    .GET());
            assertThat(answer.statusCode()).as(open).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(open)
                    .contains("*");
        }
    }

    private HttpResponse<String> preflight(String origin) {
        Http nobody = withoutToken();
        return nobody.send(nobody.request("/Patient")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
