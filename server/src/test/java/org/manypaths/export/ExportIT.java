package org.manypaths.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.operations.RequestId;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bulk export as a partner's program uses it. */
class ExportIT extends ServerIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String one = "export-" + UUID.randomUUID().toString().substring(0, 8);
    private final String two = one + "-b";

    @Autowired
    private JdbcTemplate database;

    @Test
    void groupExportHoldsWhatAboutItsMembersASearchFinds() throws JsonProcessingException {
        group(one);
        write(two);
        String status = kickOff("/Group/" + one + "/$export", TestClients.OPERATOR);
        JsonNode manifest = awaitManifest(status, TestClients.OPERATOR);
        assertThat(manifest.path("requiresAccessToken").asBoolean()).isTrue();
        assertThat(manifest.path("request").asText()).endsWith("/Group/" + one + "/$export");
        assertThat(lines(manifest, TestClients.OPERATOR))
                .containsExactlyInAnyOrder("Patient/" + one, "Observation/" + one + "-1", "Observation/" + one + "-2");
        assertThat(count(manifest, "Observation")).isEqualTo(total("/Observation?subject=Patient/" + one));
    }

    @Test
    void systemExportHoldsAsManyAsASearchTwiceInARow() throws JsonProcessingException {
        write(one);
        for (int round = 0; round < 2; round++) {
            JsonNode manifest = awaitManifest(
                    kickOff("/$export?_type=Patient,Observation", TestClients.OPERATOR), TestClients.OPERATOR);
            assertThat(count(manifest, "Patient")).isEqualTo(total("/Patient?_summary=count"));
            assertThat(count(manifest, "Observation")).isEqualTo(total("/Observation?_summary=count"));
        }
    }

    @Test
    void patientExportHoldsNothingThatIsAboutNobody() throws JsonProcessingException {
        write(one);
        JsonNode manifest = awaitManifest(kickOff("/Patient/$export", TestClients.OPERATOR), TestClients.OPERATOR);
        List<String> types = StreamSupport.stream(manifest.path("output").spliterator(), false)
                .map(file -> file.path("type").asText())
                .toList();
        assertThat(types).contains("Patient", "Observation").doesNotContain("Organization", "StructureDefinition");
    }

    @Test
    void sinceLeavesOutWhatDidNotChange() throws JsonProcessingException {
        group(one);
        String since = "?_since=" + Instant.now().plus(Duration.ofHours(1));
        assertThat(awaitManifest(
                                kickOff("/Group/" + one + "/$export" + since, TestClients.OPERATOR),
                                TestClients.OPERATOR)
                        .path("output"))
                .isEmpty();
        String before = "?_since=2020-01-01T00:00:00Z";
        assertThat(lines(
                        awaitManifest(
                                kickOff("/Group/" + one + "/$export" + before, TestClients.OPERATOR),
                                TestClients.OPERATOR),
                        TestClients.OPERATOR))
                .hasSize(3);
    }

    @Test
    void kickOffMayBePosted() throws JsonProcessingException {
        group(one);
        HttpResponse<String> answer = http().send(request("/Group/" + one + "/$export", TestClients.OPERATOR)
                .header("Prefer", "respond-async")
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString("""
                        {"resourceType":"Parameters","parameter":[{"name":"_type","valueString":"Patient"}]}""")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(lines(awaitManifest(location(answer), TestClients.OPERATOR), TestClients.OPERATOR))
                .containsExactly("Patient/" + one);
    }

    @Test
    void jobOfOneClientDoesNotExistForAnother() throws JsonProcessingException {
        group(one);
        String status = kickOff("/Group/" + one + "/$export", TestClients.OPERATOR);
        JsonNode manifest = awaitManifest(status, TestClients.OPERATOR);
        String job = status.replaceFirst(".*job=", "");
        String absent = get(status.replace(job, "f".repeat(32)), TestClients.STRANGER)
                .body()
                .replace("f".repeat(32), job);
        assertThat(get(status, TestClients.STRANGER).statusCode()).isEqualTo(404);
        assertThat(get(status, TestClients.STRANGER).body()).isEqualTo(absent);
        assertThat(get(fileOf(manifest), TestClients.STRANGER).body()).isEqualTo(absent);
        assertThat(send(status, TestClients.STRANGER, "DELETE").statusCode()).isEqualTo(404);
        assertThat(get(status, TestClients.OPERATOR).statusCode()).isEqualTo(200);
    }

    @Test
    void cancelledJobIsGone() throws JsonProcessingException {
        group(one);
        String status = kickOff("/Group/" + one + "/$export", TestClients.OPERATOR);
        JsonNode manifest = awaitManifest(status, TestClients.OPERATOR);
        assertThat(send(status, TestClients.OPERATOR, "DELETE").statusCode()).isEqualTo(202);
        assertThat(get(status, TestClients.OPERATOR).statusCode()).isEqualTo(404);
        assertThat(get(fileOf(manifest), TestClients.OPERATOR).statusCode()).isEqualTo(404);
    }

    @Test
    void expiredJobIsGone() throws JsonProcessingException {
        group(one);
        String status = kickOff("/Group/" + one + "/$export", TestClients.OPERATOR);
        HttpResponse<String> ready = awaitReady(status, TestClients.OPERATOR);
        assertThat(ready.headers().firstValue("Expires")).isPresent();
        database.update("update MP_EXPORT_JOB set EXPIRES_AT = 1 where ID = ?", status.replaceFirst(".*job=", ""));
        assertThat(get(status, TestClients.OPERATOR).statusCode()).isEqualTo(404);
    }

    @Test
    void jobThatADeadNodeLeftIsDoneFromTheStart() throws JsonProcessingException {
        group(one);
        String status = kickOff("/Group/" + one + "/$export", TestClients.OPERATOR);
        awaitManifest(status, TestClients.OPERATOR);
        String job = status.replaceFirst(".*job=", "");
        database.update("update MP_EXPORT_JOB set STATE = 'RUNNING', WORKER = 'dead', HEARTBEAT = 1 where ID = ?", job);
        database.update("update MP_EXPORT_FILE set IDS = 'half-done' where JOB = ?", job);
        assertThat(lines(awaitManifest(status, TestClients.OPERATOR), TestClients.OPERATOR))
                .hasSize(3);
    }

    @Test
    void whatWasDeletedSinceIsNotGivenOut() throws JsonProcessingException {
        group(one);
        JsonNode manifest =
                awaitManifest(kickOff("/Group/" + one + "/$export", TestClients.OPERATOR), TestClients.OPERATOR);
        assertThat(http().delete("/Observation/" + one + "-2").statusCode()).isEqualTo(200);
        assertThat(lines(manifest, TestClients.OPERATOR))
                .containsExactlyInAnyOrder("Patient/" + one, "Observation/" + one + "-1");
    }

    @Test
    void whatIsDownloadedIsInTheTrailPersonByPerson() throws JsonProcessingException {
        group(one);
        JsonNode manifest =
                awaitManifest(kickOff("/Group/" + one + "/$export", TestClients.OPERATOR), TestClients.OPERATOR);
        assertThat(exported()).isZero();
        lines(manifest, TestClients.OPERATOR);
        assertThat(exported()).isEqualTo(2);
    }

    @Test
    void withoutTheTrailNoFileIsGivenOut() throws JsonProcessingException {
        group(one);
        JsonNode manifest =
                awaitManifest(kickOff("/Group/" + one + "/$export", TestClients.OPERATOR), TestClients.OPERATOR);
        database.execute("alter table MP_TRAIL rename to MP_TRAIL_AWAY");
        try {
            HttpResponse<String> answer = get(fileOf(manifest), TestClients.OPERATOR);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain(one);
        } finally {
            database.execute("alter table MP_TRAIL_AWAY rename to MP_TRAIL");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/$export?_outputFormat=text/csv|400|request/invalid-parameter",
                "/$export?_type=Nonsense|400|request/invalid-parameter",
                "/Patient/$export?_type=Organization|400|request/invalid-parameter",
                "/Patient/$export?_type=Group|400|request/invalid-parameter",
                "/$export?_typeFilter=Patient%3Fname%3Dx|400|request/unknown-parameter",
                "/Group/no-such-group/$export|404|request/not-found"
            })
    void refusesInWordsWhatItDoesNotOffer(String path, int status, String code) {
        HttpResponse<String> answer = http().send(request(path, TestClients.OPERATOR)
                .header("Prefer", "respond-async")
                .GET());
        assertThat(Outcome.codes(answer, status)).containsExactly(code);
    }

    @Test
    void refusesOneWhoDoesNotSayThatTheyWillComeBack() {
        assertThat(Outcome.codes(get("/$export", TestClients.OPERATOR), 400)).containsExactly("request/invalid");
    }

    @Test
    void isForSystemsAlone() {
        HttpResponse<String> answer = http().send(request("/Patient/$export", TestClients.PERSON)
                .header("Prefer", "respond-async")
                .GET());
        assertThat(Outcome.codes(answer, 403)).containsExactly("export/role");
        assertThat(withoutToken().get("/$export").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesOneJobTooManyAtATimeToThatClientAlone() {
        for (int number = 0; number < 2; number++) {
            database.update(
                    "insert into MP_EXPORT_JOB select ?, 'detox', CALLER, REQUEST, SCOPE, GROUP_ID, TYPES, SINCE,"
                            + " STARTED_AT, EXPIRES_AT, 'RUNNING', 'elsewhere', 9999999999999, CONSENTS"
                            + " from MP_EXPORT_JOB where ID = ?",
                    one + number,
                    kickOff("/$export?_type=Group", TestClients.OPERATOR).replaceFirst(".*job=", ""));
        }
        HttpResponse<String> third = http().send(request("/$export?_type=Group", TestClients.DETOX)
                .header("Prefer", "respond-async")
                .GET());
        assertThat(Outcome.codes(third, 429)).containsExactly("request/too-many");
        assertThat(third.headers().firstValue("Retry-After")).isPresent();
        assertThat(kickOff("/$export?_type=Group", TestClients.STRANGER)).isNotEmpty();
        assertThat(database.update("delete from MP_EXPORT_JOB where CLIENT = 'detox'"))
                .isEqualTo(2);
    }

    private int exported() {
        Integer count = database.queryForObject(
                "select count(*) from MP_TRAIL where KIND = 'EXPORT' and PERSON = ? and CLIENT = 'operator'",
                Integer.class,
                one);
        return count == null ? 0 : count;
    }

    private void group(String person) {
        write(person);
        put("/Group/" + person, """
                {"resourceType":"Group","id":"%1$s","type":"person","actual":true,
                 "member":[{"entity":{"reference":"Patient/%1$s"}}]}""".formatted(person));
    }

    private void write(String person) {
        put("/Patient/" + person, "{\"resourceType\":\"Patient\",\"id\":\"" + person + "\"}");
        for (int number = 1; number <= 2; number++) {
            put("/Observation/" + person + "-" + number, """
                    {"resourceType":"Observation","id":"%1$s-%2$d","status":"final","code":{"text":"Days"},
                     "subject":{"reference":"Patient/%1$s"},"valueInteger":1}""".formatted(person, number));
        }
    }

    private void put(String path, String body) {
        HttpResponse<String> answer = http().put(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private String kickOff(String path, String session) {
        HttpResponse<String> answer = http().send(
                        request(path, session).header("Prefer", "respond-async").GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return location(answer);
    }

    private static String location(HttpResponse<String> answer) {
        return relative(answer.headers().firstValue("Content-Location").orElseThrow());
    }

    private static String relative(String url) {
        return url.replaceFirst(".*/fhir(?=/)", "");
    }

    private JsonNode awaitManifest(String status, String session) throws JsonProcessingException {
        return JSON.readTree(awaitReady(status, session).body());
    }

    private HttpResponse<String> awaitReady(String status, String session) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get(status, session), answer -> answer.statusCode() != 202);
    }

    private String fileOf(JsonNode manifest) {
        return relative(manifest.path("output").get(0).path("url").asText());
    }

    private List<String> lines(JsonNode manifest, String session) throws JsonProcessingException {
        List<String> found = new ArrayList<>();
        for (JsonNode file : manifest.path("output")) {
            HttpResponse<String> answer = get(relative(file.path("url").asText()), session);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+ndjson");
            for (String line : answer.body().lines().toList()) {
                JsonNode resource = JSON.readTree(line);
                found.add(resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText());
            }
        }
        return found;
    }

    private static int count(JsonNode manifest, String type) {
        return StreamSupport.stream(manifest.path("output").spliterator(), false)
                .filter(file -> file.path("type").asText().equals(type))
                .mapToInt(file -> file.path("count").asInt())
                .sum();
    }

    private int total(String search) throws JsonProcessingException {
        return JSON.readTree(http().get(search).body()).path("total").asInt();
    }

    private HttpResponse<String> get(String path, String session) {
        return send(path, session, "GET");
    }

    private HttpResponse<String> send(String path, String session, String method) {
        return http().send(request(path, session)
                .header(RequestId.HEADER, "export")
                .method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String session) {
        return http(session).request(path);
    }
}
