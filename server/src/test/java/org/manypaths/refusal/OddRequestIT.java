package org.manypaths.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What a client asks for in a form that nobody thought of is refused in words; the server does not fail at it. */
class OddRequestIT extends ServerIT {

    private static final String[] CLIENTS = {TestClients.OPERATOR, TestClients.COUNSELLING};

    @ParameterizedTest
    @ValueSource(strings = {"/$export-file", "/$export-file?job=x", "/$export-status"})
    void isRefusedInWords(String path) {
        for (String client : CLIENTS) {
            assertThat(Outcome.codes(http(client).get(path), 400))
                    .as(client)
                    .containsExactly("request/invalid-parameter");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/?name=x", "Patient//?name=x", "Patient/_search?name=x", "/Patient/?name=x"})
    void anEntryOfABatchThatIsNoSearchIsRefusedInWords(String url) {
        HttpResponse<String> answer = http("counselling").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"%s"}}]}""".formatted(url));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var response = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, answer.body())
                .getEntryFirstRep()
                .getResponse();
        assertThat(response.getStatus()).as(answer.body()).startsWith("400");
        assertThat(answer.body()).contains("request/invalid-parameter", "Type?criteria");
    }

    @Test
    void anOrdinarySearchInABatchIsAnswered() {
        HttpResponse<String> answer = http("counselling").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient?name=x"}}]}""");
        assertThat(answer.body()).contains("200");
    }
}
