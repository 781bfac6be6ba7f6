package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** Operators see everybody's records, and of those what their token was approved for. */
class OperatorScopesIT extends ServerIT {

    private static final String BASIC = "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}";

    private String person = "";
    private String active = "";
    private String completed = "";
    private Http patients = new Http(java.net.URI.create("http://127.0.0.1:9"));

    @BeforeEach
    void somebodyWithTwoGoals() {
        AccessFixtures.organizations(http());
        Http detox = http("detox");
        person = AccessFixtures.store(detox, "Patient", AccessFixtures.patient("Op" + PartnerBundle.newNumber()));
        active = AccessFixtures.store(detox, "Goal", AccessFixtures.goal(person));
        completed =
                AccessFixtures.store(detox, "Goal", AccessFixtures.goal(person).replace("active", "completed"));
        patients = with("system/Patient.rs");
    }

    @Test
    void aTypeInTheTokenIsReadWhosesoeverItIs() {
        assertThat(patients.get("/Patient/" + person).statusCode()).isEqualTo(200);
        assertThat(patients.get("/Patient?_id=" + person).body()).contains("\"total\":1");
        assertThat(patients.get("/Patient/" + person + "/_history").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Goal/ID",
                "/Goal?_summary=count",
                "/Goal/ID/_history",
                "/Goal/_history",
                "/_history",
                "/AuditEvent",
                "/Patient?_has:Goal:patient:lifecycle-status=active",
                "/Patient/PERSON/$everything",
                "/Patient/PERSON/$substance-profile",
                "/Patient/$everything",
                "/Goal/ID/$validate",
                "/$why?record=Goal/ID&system=hospital"
            })
    void anotherTypeIsNot(String path) {
        String asked = path.replace("ID", active).replace("PERSON", person);
        assertThat(http().get(asked).statusCode()).as("with all scopes").isIn(200, 400, 412, 422);
        assertThat(Outcome.codes(patients.get(asked), 403)).as(asked).containsExactly("access/scope");
        HttpResponse<String> batch = bundle(patients, "batch", "GET", asked.substring(1), "");
        assertThat(batch.body()).as(asked).doesNotContain("200 OK", "\"total\"");
    }

    @Test
    void norIsItWritten() {
        assertThat(Outcome.codes(patients.post("/Basic", BASIC), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(patients.delete("/Goal/" + active), 403)).containsExactly("access/scope");
        for (String type : new String[] {"transaction", "batch"}) {
            assertThat(bundle(patients, type, "POST", "Basic", BASIC).body())
                    .contains("access/scope")
                    .doesNotContain("201 Created");
            assertThat(bundle(patients, type, "DELETE", "Goal/" + active, "").body())
                    .contains("access/scope");
        }
        assertThat(http().get("/Goal/" + active).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingComesAlongThatIsNotInTheToken() {
        assertThat(patients.get("/Patient?_id=" + person + "&_revinclude=Goal:patient")
                        .body())
                .contains(person)
                .doesNotContain(active);
    }

    @Test
    void theCriteriaOfAScopeHoldForThemToo() {
        Http limited = with("system/Goal.cruds?lifecycle-status=completed");
        assertThat(limited.get("/Goal/" + completed).statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(limited.get("/Goal/" + active), 404)).containsExactly("request/not-found");
        assertThat(limited.get("/Goal?patient=" + person).body())
                .contains("\"total\":1", completed)
                .doesNotContain(active);
        assertThat(Outcome.codes(limited.delete("/Goal/" + active), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(limited.delete("/Goal?_id=" + active), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(limited.post("/Goal", AccessFixtures.goal(person)), 403))
                .containsExactly("access/scope");
        String moved = AccessFixtures.goal(person).replaceFirst("\\{", "{\"id\":\"" + active + "\",");
        assertThat(limited.put("/Goal/" + active, moved.replace("\"active\"", "\"completed\""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(bundle(limited, "transaction", "DELETE", "Goal/" + active, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(http().get("/Goal/" + active).body()).contains("\"versionId\":\"1\"");
    }

    private Http with(String scopes) {
        return withoutToken().with(Tokens.fetch(base(), TestClients.OPERATOR, scopes));
    }

    private static HttpResponse<String> bundle(Http http, String type, String method, String url, String resource) {
        String stored = resource.isEmpty() ? "" : "\"resource\":" + resource + ",";
        return http.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[{" + stored
                        + "\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}");
    }
}
