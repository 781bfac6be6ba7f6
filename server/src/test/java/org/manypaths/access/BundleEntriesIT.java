package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** What an entry of a Bundle says is what is judged and what is done. */
class BundleEntriesIT extends ServerIT {

    private final String code = "p" + UUID.randomUUID().toString().replace("-", "");
    private String patient = "";
    private String goal = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(counselling(), "Patient", AccessFixtures.patient("B" + code));
        goal = AccessFixtures.store(counselling(), "Goal", AccessFixtures.goal(patient));
    }

    @ParameterizedTest
    @CsvSource({
        "transaction,Patient/x/$y",
        "batch,Patient/x/$y",
        "batch,Patient/x/_search",
        "batch,Patient/%24y",
        "batch,Patient?$y=1",
        "batch,Patient",
        "batch,SearchParameter"
    })
    void noDefinitionIsMadeByWhoeverSendsIt(String type, String url) {
        HttpResponse<String> answer = send(http(TestClients.STRANGER), type, "POST", url, definition(code));
        assertThat(answer.body()).doesNotContain("201 Created");
        assertThat(http().get("/SearchParameter?code=" + code).body()).contains("\"total\":0");
    }

    @Test
    void nobodyMakesAParameterOfTheServersName() {
        HttpResponse<String> answer = http().post("/SearchParameter", definition("ihrp-access"));
        assertThat(Outcome.codes(answer, 403)).containsExactly("request/forbidden");
        assertThat(answer.body()).contains("is the server's own");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,Patient/x/$y",
        "POST,Patient",
        "POST,Patient?identifier=1",
        "PUT,Patient/x",
        "PUT,Patient?identifier=1"
    })
    void aScopeOfOneTypeStoresNoOther(String method, String url) {
        Http http = withoutToken().with(Tokens.fetch(base(), TestClients.COUNSELLING, "system/Patient.cu"));
        String second = AccessFixtures.goal(patient);
        for (String type : new String[] {"transaction", "batch"}) {
            HttpResponse<String> answer = send(http, type, method, url, second);
            assertThat(answer.body()).doesNotContain("201 Created", "200 OK");
        }
        assertThat(counselling().get("/Goal?patient=" + patient).body()).contains("\"total\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void anOperationIsRefusedWhereItWouldNotBeDone(String type) {
        String consent = AccessFixtures.store(
                counselling(),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        HttpResponse<String> answer = send(
                counselling(), type, "POST", "Consent/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}");
        assertThat(Outcome.codes(answer, 400)).containsExactly("request/invalid");
        assertThat(answer.body()).contains("a Bundle carries no operation", "Bundle.entry[0].request.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void aPutByAConditionDoesNotTellWhoseAnIdIs(String type) {
        String unknown = UUID.randomUUID().toString();
        String hidden = put(type, "Goal?_id=" + goal, goal);
        assertThat(hidden.replace(goal, unknown)).isEqualTo(put(type, "Goal?_id=" + unknown, unknown));
        assertThat(put(type, "Goal?%5Fid=" + goal, "").replace(goal, unknown))
                .isEqualTo(put(type, "Goal?%5Fid=" + unknown, ""))
                .contains("names no id");
        assertThat(put(type, "Goal?identifier=a|b", goal).replace(goal, unknown))
                .isEqualTo(put(type, "Goal?identifier=a|b", unknown));
        assertThat(http().get("/Goal/" + unknown).statusCode()).isEqualTo(404);
    }

    private String put(String type, String url, String id) {
        String own = AccessFixtures.store(http(TestClients.STRANGER), "Patient", "{\"resourceType\":\"Patient\"}");
        String named = id.isEmpty()
                ? AccessFixtures.goal(own)
                : AccessFixtures.goal(own).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
        HttpResponse<String> answer = send(http(TestClients.STRANGER), type, "PUT", url, named);
        return answer.statusCode() + answer.body().replaceAll("\"id\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void aDeleteOfOneDeletesNoOther(String type) {
        String url = "Goal/nosuch?_cascade=delete";
        HttpResponse<String> answer = send(counselling(), type, "DELETE", url, "");
        assertThat(Outcome.codes(answer, 400)).containsExactly("request/invalid");
        assertThat(counselling().get("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    private Http counselling() {
        return http(TestClients.COUNSELLING);
    }

    private static String definition(String code) {
        return """
                {"resourceType":"SearchParameter","url":"http://example.org/SearchParameter/%s","name":"X",
                 "status":"active","description":"x","code":"%s","base":["Patient"],"type":"string",
                 "expression":"Patient.name.family"}""".formatted(code, code);
    }

    private static HttpResponse<String> send(Http http, String type, String method, String url, String resource) {
        String stored = resource.isEmpty() ? "" : "\"resource\":" + resource + ",";
        return http.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{" + stored
                        + "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}");
    }
}
