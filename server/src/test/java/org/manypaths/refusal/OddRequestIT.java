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
    void aValueSetThatCannotBeExpandedIsNamed() {
        String set = """
                {"resourceType":"ValueSet","id":"odd-codes","url":"http://nowhere.example.org/odd","status":"active",
                 "compose":{"include":[{"system":"http://nowhere.example.org/CodeSystem/none"}]}}""";
        assertThat(http().put("/ValueSet/odd-codes", set).statusCode()).isIn(200, 201);
        String parameters =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"valueSet\",\"resource\":" + set + "}]}";
        for (HttpResponse<String> answer : java.util.List.of(
                http().get("/ValueSet/$expand?url=http://nowhere.example.org/none"),
                http().get("/ValueSet/$expand?url=http://nowhere.example.org/odd"),
                http().get("/ValueSet/odd-codes/$expand"),
                http().post("/ValueSet/$expand", parameters))) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(404, 422);
            assertThat(answer.body())
                    .contains("alue set", "http://nowhere.example.org/")
                    .doesNotContain("IdType", "UriType", "org.hl7", "ValueSet@", "null");
        }
    }

    @Test
    void anOrdinarySearchInABatchIsAnswered() {
        HttpResponse<String> answer = http("counselling").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET","url":"Patient?name=x"}}]}""");
        assertThat(answer.body()).contains("200");
    }
}
