package org.manypaths.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

class VersionGuardIT extends ServerIT {

    private static final String PATCH = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"on-hold\"}]";

    private String id = "";

    @BeforeEach
    void makeAPlanInItsSecondVersion() {
        String patient =
                http().post("/Patient", "{\"resourceType\":\"Patient\"}").body();
        String subject = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(patient)
                .getIdElement()
                .getIdPart();
        HttpResponse<String> created = http().post("/CarePlan", """
                        {"resourceType":"CarePlan","status":"draft","intent":"plan","subject":{"reference":"Patient/%s"}}
                        """.formatted(subject));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        id = plan(created).getIdElement().getIdPart();
        assertThat(patch("W/\"1\"").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForTheVersionAtAnUpdate() {
        assertThat(Outcome.codes(http().put("/CarePlan/" + id, changed()), 428))
                .containsExactly("request/version-required");
    }

    @Test
    void asksForTheVersionAtAPatch() {
        HttpResponse<String> response = http().send(http().request("/CarePlan/" + id)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(PATCH)));
        assertThat(Outcome.codes(response, 428)).containsExactly("request/version-required");
    }

    /** Two conditions may meet the same plan, and one must not borrow the version that the other states. */
    @Test
    void takesNoVersionOfAnotherPatch() {
        String patch = Base64.getEncoder().encodeToString(PATCH.getBytes(StandardCharsets.UTF_8));
        String entry = "{\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\","
                + "\"data\":\"" + patch + "\"},\"request\":{\"method\":\"PATCH\",\"url\":\"CarePlan?_id=" + id
                + "\"%s}}";
        HttpResponse<String> response = http().post(
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                                + entry.formatted(",\"ifMatch\":\"W/\\\"2\\\"\"") + "," + entry.formatted("") + "]}");
        assertThat(Outcome.codes(response, 400)).containsExactly("request/if-match");
    }

    @Test
    void asksForTheVersionAtAConditionalUpdate() {
        assertThat(Outcome.codes(http().put("/CarePlan?_id=" + id, changed()), 428))
                .containsExactly("request/version-required");
    }

    @Test
    void asksForTheVersionInATransaction() {
        assertThat(Outcome.codes(http().post("", transaction("")), 428)).containsExactly("request/version-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/CarePlan/", "/CarePlan?_id="})
    void refusesAStaleVersion(String path) {
        assertThat(Outcome.codes(put(path + id, "W/\"1\""), 412)).containsExactly("request/stale-version");
    }

    @Test
    void refusesAStaleVersionInATransaction() {
        assertThat(Outcome.codes(http().post("", transaction(",\"ifMatch\":\"W/\\\"1\\\"\"")), 412))
                .containsExactly("request/stale-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/CarePlan/", "/CarePlan?_id="})
    void takesTheCurrentVersion(String path) {
        assertThat(put(path + id, "W/\"2\"").statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheCurrentVersionInATransaction() {
        assertThat(http().post("", transaction(",\"ifMatch\":\"W/\\\"2\\\"\"")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"two\"", "\"1\", \"2\""})
    void refusesAnIfMatchThatNamesNoVersion(String header) {
        assertThat(Outcome.codes(put("/CarePlan/" + id, header), 400)).containsExactly("request/if-match");
    }

    @Test
    void letsThoseWhoMakeAPlanGoWithoutAVersion() {
        CarePlan plan = plan(http().get("/CarePlan/" + id));
        plan.setId("plan-of-" + id);
        assertThat(http().put("/CarePlan/plan-of-" + id, json(plan)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsWhatIsReferredTo() {
        String patient = plan(http().get("/CarePlan/" + id)).getSubject().getReference();
        assertThat(Outcome.codes(http().delete("/" + patient), 409)).containsExactly("request/still-referenced");
    }

    @Test
    void createsOnceWhenManyAskAtTheSameTime() {
        String body = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:test:once\",\"value\":\"" + id
                + "\"}]}";
        List<CompletableFuture<Integer>> posts = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> http().send(http().request("/Patient")
                                .header("Content-Type", "application/fhir+json")
                                .header("If-None-Exist", "identifier=urn:test:once%7C" + id)
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode()))
                .toList();

        assertThat(posts.stream().map(CompletableFuture::join)).allMatch(status -> status == 200 || status == 201);
        assertThat(Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(
                                Bundle.class,
                                http().get("/Patient?identifier=urn:test:once%7C" + id)
                                        .body())
                        .getTotal())
                .isEqualTo(1);
    }

    private String changed() {
        return json(plan(http().get("/CarePlan/" + id)).setTitle("Another title"));
    }

    private HttpResponse<String> put(String path, String ifMatch) {
        return http().send(http().request(path)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(changed())));
    }

    private HttpResponse<String> patch(String ifMatch) {
        return http().send(http().request("/CarePlan/" + id)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(PATCH)));
    }

    private String transaction(String ifMatch) {
        return """
               {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":%s,"request":{"method":"PUT","url":"CarePlan/%s"%s}}]}
               """.formatted(changed(), id, ifMatch);
    }

    private static CarePlan plan(HttpResponse<String> response) {
        return Fhir.CONTEXT.newJsonParser().parseResource(CarePlan.class, response.body());
    }

    private static String json(CarePlan plan) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(plan);
    }
}
