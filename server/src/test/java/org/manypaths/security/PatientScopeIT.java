package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** A token for one person writes about that person: others of the same programme are as absent as those never were. */
class PatientScopeIT extends AppSignIn {

    private static final String SCOPE = "launch/patient patient/*.cruds";

    private final String number = UUID.randomUUID().toString();
    private String person = "";
    private String other = "";
    private String goal = "";
    private String othersGoal = "";
    private Http app = new Http(java.net.URI.create("http://127.0.0.1:9"));

    @BeforeEach
    void twoPeopleOfOneProgramme() {
        AccessFixtures.organizations(http());
        Http programme = http(TestClients.COUNSELLING);
        person = AccessFixtures.store(programme, "Patient", AccessFixtures.patient("One" + number));
        other = AccessFixtures.store(programme, "Patient", AccessFixtures.patient("Other" + number));
        goal = AccessFixtures.store(programme, "Goal", AccessFixtures.goal(person));
        othersGoal = AccessFixtures.store(programme, "Goal", AccessFixtures.goal(other));
        HttpResponse<String> token = exchange(
                TestClients.WRITING_APP, code(standalone("mira", person, request(TestClients.WRITING_APP, SCOPE))));
        assertThat(Tokens.text(token, "patient")).as(token.body()).isEqualTo(person);
        app = withoutToken().with(Tokens.text(token, "access_token"));
    }

    @Test
    void thePersonIsWrittenAbout() {
        String own = AccessFixtures.store(app, "Goal", AccessFixtures.goal(person));
        assertThat(app.get("/Goal/" + own).statusCode()).isEqualTo(200);
        assertThat(app.put("/Goal/" + goal, identified(goal, person)).statusCode())
                .isEqualTo(200);
        assertThat(bundle("transaction", "POST", "Goal", AccessFixtures.goal(person))
                        .body())
                .contains("201 Created");
        assertThat(app.delete("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherIsNot() {
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> created = app.post("/Goal", AccessFixtures.goal(other));
        assertThat(seen(created, other)).isEqualTo(seen(app.post("/Goal", AccessFixtures.goal(unknown)), unknown));
        assertThat(created.statusCode()).isBetween(400, 422);
        for (String type : new String[] {"transaction", "batch"}) {
            HttpResponse<String> asOne = bundle(type, "POST", "Goal", AccessFixtures.goal(other));
            assertThat(seen(asOne, other))
                    .isEqualTo(seen(bundle(type, "POST", "Goal", AccessFixtures.goal(unknown)), unknown))
                    .doesNotContain("201 Created");
        }
        assertThat(http(TestClients.COUNSELLING)
                        .get("/Goal?_summary=count&subject=Patient/" + other)
                        .body())
                .contains("\"total\":1");
    }

    @ParameterizedTest
    @CsvSource({"alone", "transaction", "batch"})
    void norIsWhatIsAboutAnotherReadChangedOrDeleted(String how) {
        String unknown = UUID.randomUUID().toString();
        for (String method : new String[] {"GET", "PUT", "DELETE"}) {
            HttpResponse<String> hidden = ask(how, method, othersGoal);
            assertThat(seen(hidden, othersGoal))
                    .as(method)
                    .isEqualTo(seen(ask(how, method, unknown), unknown))
                    .contains("404");
        }
        assertThat(http(TestClients.COUNSELLING).get("/Goal/" + othersGoal).body())
                .contains("\"versionId\":\"1\"");
    }

    @Test
    void aRecordIsNotMovedToAnother() {
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> moved = app.put("/Goal/" + goal, identified(goal, other));
        assertThat(seen(moved, other)).isEqualTo(seen(app.put("/Goal/" + goal, identified(goal, unknown)), unknown));
        assertThat(moved.statusCode()).isBetween(400, 422);
        assertThat(http(TestClients.COUNSELLING).get("/Goal/" + goal).body()).contains("Patient/" + person);
    }

    @Test
    void conditionsFindNothingOfAnother() {
        String others = "Goal?subject=Patient/" + other;
        assertThat(app.get("/" + others).body()).contains("\"total\":0");
        app.delete("/" + others);
        assertThat(http(TestClients.COUNSELLING).get("/Goal/" + othersGoal).statusCode())
                .isEqualTo(200);
        assertThat(Outcome.codes(app.get("/Patient/" + other), 404)).containsExactly("request/not-found");
    }

    @ParameterizedTest
    @CsvSource({"$everything", "$substance-profile", "$prescriber-view", "$accounting-of-disclosures"})
    void noOperationTellsOfAnother(String operation) {
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> hidden = app.get("/Patient/" + other + "/" + operation);
        assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(404);
        assertThat(seen(hidden, other)).isEqualTo(seen(app.get("/Patient/" + unknown + "/" + operation), unknown));
        assertThat(app.get("/Patient/" + person + "/" + operation).statusCode()).isEqualTo(200);
    }

    @Test
    void theTrailIsAboutThePersonAlone() {
        http(TestClients.COUNSELLING).get("/Patient/" + other);
        assertThat(app.get("/AuditEvent?patient=Patient/" + other).body()).contains("\"total\":0");
        assertThat(app.get("/AuditEvent?patient=Patient/" + person).body()).contains("Patient/" + person);
        assertThat(app.get("/AuditEvent").body()).doesNotContain("Patient/" + other);
    }

    @Test
    void anOperatorInAnAppHasWhatTheyApprovedAndNoMore() {
        String scope = "launch/patient patient/Patient.rs patient/Goal.cruds";
        HttpResponse<String> token = exchange(
                TestClients.WRITING_APP, code(standalone("oda", person, request(TestClients.WRITING_APP, scope))));
        assertThat(Tokens.text(token, "patient")).as(token.body()).isEqualTo(person);
        app = withoutToken().with(Tokens.text(token, "access_token"));

        assertThat(app.get("/Patient/" + person).statusCode()).isEqualTo(200);
        assertThat(app.get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(app.get("/Patient/" + other), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(app.get("/Goal/" + othersGoal), 404)).containsExactly("request/not-found");
        assertThat(app.get("/Goal?_count=500").body())
                .contains("\"total\":1", goal)
                .doesNotContain(othersGoal);
        assertThat(Outcome.codes(app.get("/Condition?_summary=count"), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(app.get("/AuditEvent"), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(app.get("/$why?record=Goal/" + goal + "&system=hospital"), 403))
                .containsExactly("access/scope");
        assertThat(Outcome.codes(app.post("/Goal", AccessFixtures.goal(other)), 403))
                .containsExactly("access/scope");
        assertThat(Outcome.codes(app.delete("/Goal/" + othersGoal), 404)).containsExactly("request/not-found");
        assertThat(app.delete("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> ask(String how, String method, String id) {
        String body = method.equals("PUT") ? identified(id, person) : "";
        if (!how.equals("alone")) {
            return bundle(how, method, "Goal/" + id, body);
        }
        return switch (method) {
            case "GET" -> app.get("/Goal/" + id);
            case "PUT" -> app.put("/Goal/" + id, body);
            default -> app.delete("/Goal/" + id);
        };
    }

    private static String identified(String id, String patient) {
        return AccessFixtures.goal(patient).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    private HttpResponse<String> bundle(String type, String method, String url, String resource) {
        String stored = resource.isEmpty() ? "" : "\"resource\":" + resource + ",";
        return app.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{" + stored
                        + "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}");
    }

    /** Without the id that was asked for, and without the answer's own. */
    private static String seen(HttpResponse<String> answer, String id) {
        return answer.statusCode()
                + answer.body().replace(id, "ID").replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"ANSWER\"");
    }
}
