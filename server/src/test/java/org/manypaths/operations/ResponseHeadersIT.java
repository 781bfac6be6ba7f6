package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ServerIT;

class ResponseHeadersIT extends ServerIT {

    private static final String VERSIONS = "(?i)hapi|tomcat|apache|spring|java|8\\.8\\.0|10\\.1\\.";

    @ParameterizedTest
    @ValueSource(
            strings = {"/metadata", "/Patient", "/Patient/nobody", "/NoSuchType", "/$no-such-operation", "/Patient?x=y"
            })
    void forbidBrowsersToGuessRunOrKeepAnAnswer(String path) {
        HttpResponse<String> answer = http().get(path);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(ResponseHeadersFilter.NOTHING);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metadata", "/Patient", "/Patient/nobody", "/NoSuchType"})
    void nameNoProductAndNoVersion(String path) {
        assertThat(http().get(path).headers().map().toString()).doesNotContainPattern(VERSIONS);
    }

    @Test
    void answersUnreadableRequestLineWithOutcomeThatNamesNoServer() throws IOException {
        String answer = RawHttp.get(base().getPort(), "/fhir/Patient?name={x}");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/fhir+json", "\"resourceType\":\"OperationOutcome\"")
                .doesNotContainPattern(VERSIONS);
    }

    @Test
    void answersUnknownAddressWithoutNamingTheServer() throws IOException {
        String answer = RawHttp.get(base().getPort(), "/nowhere");
        assertThat(answer).startsWith("HTTP/1.1 404").contains("nosniff").doesNotContainPattern(VERSIONS);
    }

    @Nested
    class RequestIds {

        @Test
        void areTheSendersWhereHarmless() {
            assertThat(idOfAnswerTo("partner-42.a_B")).isEqualTo("partner-42.a_B");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Anna Canary", "<script>", "a=b;c", "\"", "{${jndi:x}}"})
        void areOursWhereTheSendersIsNotHarmless(String sent) {
            assertThat(idOfAnswerTo(sent)).matches("[0-9a-f]{16}");
        }

        @Test
        void areOursWhereTheSendersIsTooLong() {
            assertThat(idOfAnswerTo("x".repeat(65))).matches("[0-9a-f]{16}");
        }

        @Test
        void areGivenToEveryAnswerOnce() {
            assertThat(http().get("/Patient/nobody").headers().allValues(RequestId.HEADER))
                    .singleElement()
                    .asString()
                    .matches("[0-9a-f]{16}");
        }

        private String idOfAnswerTo(String sent) {
            HttpResponse<String> answer = http().send(http().request("/Patient?_count=1")
                    .header(RequestId.HEADER, sent)
                    .GET());
            assertThat(answer.headers().allValues(RequestId.HEADER)).hasSize(1);
            return answer.headers().firstValue(RequestId.HEADER).orElseThrow();
        }
    }
}
