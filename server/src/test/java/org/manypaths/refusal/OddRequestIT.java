package org.manypaths.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.access.AccessFixtures;
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
        assertThat(answer.body()).contains("request/invalid", "Type?criteria");
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

    /** HAPI's library for patches words its refusals for programmers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"op\":\"replace\",\"path\":\"/nowhere/0\",\"value\":1}] | leads nowhere",
                "[{\"op\":\"remove\",\"path\":\"/note/3\"}] | leads nowhere",
                "[{\"op\":\"add\",\"path\":\"/note/0/text\",\"value\":\"x\"}] | leads nowhere",
                "[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"draft\"}] | does not hold",
                "[{\"op\":\"frobnicate\",\"path\":\"/status\"}] | no JSON Patch",
                "[{\"path\":\"/status\"}] | no JSON Patch",
                "[{\"op\":\"add\",\"path\":\"/status\",\"value\":{\"a\":1}}] | none that can be read"
            })
    void aPatchThatCannotBeCarriedOutIsRefusedInWords(String patch, String words) {
        String task = AccessFixtures.store(
                http(), "Task", "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\"}");
        HttpResponse<String> answer = http().send(http().request("/Task/" + task)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch)));
        assertThat(Outcome.of(answer, 400).getIssueFirstRep().getDiagnostics())
                .contains(words)
                .doesNotContain("HAPI", "JSON document", "com.", "subtype");
    }
}
