package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Tokens;

/** The criteria of a scope bind writing as they bind reading: what is there before, and what would be there after. */
class ScopeCriteriaIT extends ServerIT {

    private static final String PATCH = "[{\"op\":\"replace\",\"path\":\"/description/text\",\"value\":\"Rest\"}]";

    private String person = "";
    private String active = "";
    private String completed = "";
    private Http limited = new Http(java.net.URI.create("http://127.0.0.1:9"));

    @BeforeEach
    void aGoalWithinTheScopeAndOneBeyond() {
        AccessFixtures.organizations(http());
        Http counselling = http("counselling");
        person = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("C" + PartnerBundle.newNumber()));
        active = AccessFixtures.store(counselling, "Goal", goal("active"));
        completed = AccessFixtures.store(counselling, "Goal", goal("completed"));
        limited = withoutToken()
                .with(Tokens.fetch(
                        base(), "counselling", "system/Patient.rs system/Goal.cruds?lifecycle-status=completed"));
    }

    @Test
    void whatIsBeyondThemIsAbsentForEveryWrite() {
        assertThat(Outcome.codes(limited.get("/Goal/" + active), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(limited.put("/Goal/" + active, withId(active, "completed")), 404))
                .containsExactly("request/not-found");
        assertThat(Outcome.codes(patch(active, PATCH), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(limited.delete("/Goal/" + active), 404)).containsExactly("request/not-found");
        assertThat(http("counselling").get("/Goal/" + active).body()).contains("\"versionId\":\"1\"");
    }

    @Test
    void nothingIsWrittenThatWouldBeBeyondThem() {
        assertThat(Outcome.codes(limited.post("/Goal", goal("active")), 403)).containsExactly("access/scope");
        assertThat(Outcome.codes(limited.put("/Goal/" + completed, withId(completed, "active")), 403))
                .containsExactly("access/scope");
        assertThat(Outcome.codes(
                        patch(
                                completed,
                                "[{\"op\":\"replace\",\"path\":\"/lifecycleStatus\",\"value\":\"cancelled\"}]"),
                        403))
                .containsExactly("access/scope");
        assertThat(http("counselling").get("/Goal/" + completed).body()).contains("\"versionId\":\"1\"");
    }

    @Test
    void whatIsWithinThemIsWritten() {
        assertThat(limited.post("/Goal", goal("completed")).statusCode()).isEqualTo(201);
        assertThat(patch(completed, PATCH).statusCode()).isEqualTo(200);
        assertThat(limited.put("/Goal/" + completed, withId(completed, "completed"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(limited.delete("/Goal/" + completed).statusCode()).isEqualTo(200);
    }

    @Test
    void aTransactionAndABatchAreNoWayRound() {
        String change = entry("PUT", "Goal/" + active, withId(active, "completed"));
        String create = entry("POST", "Goal", goal("active"));
        String delete = "{\"request\":{\"method\":\"DELETE\",\"url\":\"Goal/" + active + "\"}}";
        assertThat(bundle("transaction", change).statusCode()).isEqualTo(404);
        assertThat(bundle("transaction", delete).statusCode()).isEqualTo(404);
        assertThat(Outcome.codes(bundle("transaction", create), 403)).containsExactly("access/scope");
        assertThat(bundle("batch", change, delete).body())
                .contains("\"status\":\"404")
                .doesNotContain("\"status\":\"20");
        assertThat(bundle("batch", create).body()).contains("access/scope").doesNotContain("\"status\":\"20");
        assertThat(http("counselling").get("/Goal/" + active).body()).contains("\"versionId\":\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "batch, ''",
        "batch, /_history/1",
        "batch, /_history",
        "batch, /_history?_since=2099-01-01T00:00:00Z",
        "transaction, ''",
        "transaction, /_history/1",
        "transaction, /_history"
    })
    void aBundleReadsOfThemAsLittleAsOfWhatNeverWas(String type, String part) {
        String unknown = UUID.randomUUID().toString();
        String hidden = seen(bundle(type, reading("Goal/" + active + part)), active);
        assertThat(hidden)
                .isEqualTo(seen(bundle(type, reading("Goal/" + unknown + part)), unknown))
                .contains("404");
        assertThat(bundle(type, reading("Goal/" + completed + part)).body())
                .contains("200 OK")
                .doesNotContain("404 Not Found");
    }

    @Test
    void aBundleReadsNoVersionBeyondThem() {
        assertThat(http("counselling")
                        .put("/Goal/" + active, withId(active, "completed"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(bundle("batch", reading("Goal/" + active + "/_history/1")).body())
                .contains("404 Not Found", "Goal/" + active + " is not here.")
                .doesNotContain("200 OK");
        assertThat(bundle("batch", reading("Goal/" + active + "/_history/2")).body())
                .contains("200 OK");
    }

    @Test
    void aConditionFindsNothingBeyondThem() {
        assertThat(limited.delete("/Goal?_id=" + active).statusCode()).isIn(200, 204, 404);
        assertThat(http("counselling").get("/Goal/" + active).body()).contains("\"versionId\":\"1\"");
    }

    private String goal(String status) {
        return AccessFixtures.goal(person).replace("\"active\"", "\"" + status + "\"");
    }

    private String withId(String id, String status) {
        return goal(status).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    private HttpResponse<String> patch(String id, String change) {
        return limited.send(limited.request("/Goal/" + id)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(change)));
    }

    private String seen(HttpResponse<String> answer, String goal) {
        return Leaks.seen(answer, new Leaks.Target(person, goal, "no-family"));
    }

    private static String reading(String url) {
        return "{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}";
    }

    private static String entry(String method, String url, String resource) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}";
    }

    private HttpResponse<String> bundle(String type, String... entries) {
        return limited.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + String.join(",", entries)
                        + "]}");
    }
}
