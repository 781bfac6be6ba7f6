package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manypaths.operations.RequestId;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one does over HTTP, and what the trail has to say of it by the time the answer is there. */
class TrailIT extends ServerIT {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private ChainCheck check;

    @Test
    void recordsWriteReadSearchAndDeletionWithPersonAndVersion() {
        send("PUT", "/Patient/trail-1", "{\"resourceType\":\"Patient\",\"id\":\"trail-1\"}", "trail-put");
        assertThat(entries("trail-put")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.WRITE);
            assertThat(entry.person()).contains("trail-1");
            assertThat(entry.records()).containsExactly("Patient/trail-1/_history/1");
            assertThat(entry.outcome()).isEqualTo(Outcome.SUCCESS);
        });
        send("GET", "/Patient/trail-1", "", "trail-read");
        assertThat(entries("trail-read")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.READ);
            assertThat(entry.person()).contains("trail-1");
            assertThat(entry.records()).containsExactly("Patient/trail-1/_history/1");
        });
        send("GET", "/Patient?_id=trail-1", "", "trail-search");
        assertThat(entries("trail-search")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SEARCH);
            assertThat(entry.query()).contains("GET /fhir/Patient?_id=trail-1");
            assertThat(entry.records()).containsExactly("Patient/trail-1/_history/1");
        });
        send("DELETE", "/Patient/trail-1", "", "trail-delete");
        assertThat(entries("trail-delete")).extracting(Entry::kind).containsExactly(Kind.DELETE);
        assertThat(entries("trail-delete")).extracting(Entry::person).containsExactly(Optional.of("trail-1"));
    }

    /** That an earlier stage is no longer the present one, the server notes in it for itself. */
    @Test
    void recordsWhatTheServerWritesOfAPersonForItself() {
        send("PUT", "/Patient/trail-own", "{\"resourceType\":\"Patient\",\"id\":\"trail-own\"}", "trail-own-put");
        for (String day : List.of("2026-11-05T10:00:00Z", "2026-11-06T10:00:00Z")) {
            send(
                    "POST",
                    "/Observation",
                    Fhir.CONTEXT
                            .newJsonParser()
                            .encodeResourceToString(aStageOf("Patient/trail-own")
                                    .substance("alcohol")
                                    .stage("action")
                                    .on(day)
                                    .build()),
                    "trail-own-" + day.substring(0, 10));
        }
        assertThat(entriesWhere("CLIENT = 'the server itself' and PERSON = 'trail-own'"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo(Kind.WRITE);
                    assertThat(entry.records()).singleElement().asString().matches("Observation/[^/]+/_history/2");
                });
    }

    @Test
    void eachPersonInAnAnswerHasAnEntry() {
        send("POST", "", bundle("trail-2", "trail-3"), "trail-two");
        assertThat(entries("trail-two"))
                .extracting(Entry::kind, entry -> entry.person().orElse(""))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.WRITE, "trail-2"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WRITE, "trail-2"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WRITE, "trail-3"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WRITE, "trail-3"));
        send("GET", "/Observation?subject=Patient/trail-2,Patient/trail-3", "", "trail-both");
        assertThat(entries("trail-both"))
                .extracting(entry -> entry.person().orElse(""))
                .containsExactlyInAnyOrder("trail-2", "trail-3");
        assertThat(entries("trail-both"))
                .allSatisfy(entry -> assertThat(entry.records()).hasSize(1));
    }

    @Test
    void searchThatFindsNothingIsRecorded() {
        send("GET", "/Patient?_id=nobody-of-the-trail", "", "trail-none");
        assertThat(entries("trail-none")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.SEARCH);
            assertThat(entry.records()).isEmpty();
        });
    }

    @Test
    void refusalsAreRecordedWhereverTheyComeFrom() {
        send("GET", "/Patient/nobody-of-the-trail", "", "trail-404");
        send("POST", "/Patient", "not json", "trail-400");
        send("GET", "/Patient?name=" + "x".repeat(9_000), "", "trail-414");
        for (String id : List.of("trail-404", "trail-400", "trail-414")) {
            assertThat(entries(id)).as(id).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(Kind.REFUSAL);
                assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(entry.reason()).contains(id.replace("trail-", "HTTP "));
            });
        }
    }

    @Test
    void writeInATransactionThatFailsLeavesNoEntryOfSuccess() {
        String bundle = bundle("trail-4", "trail-4").replaceFirst("\"status\":\"final\"", "\"status\":\"nonsense\"");
        assertThat(send("POST", "", bundle, "trail-failed").statusCode()).isBetween(400, 422);
        assertThat(entries("trail-failed"))
                .extracting(Entry::outcome)
                .doesNotContain(Outcome.SUCCESS)
                .isNotEmpty();
    }

    @Test
    void whatEverybodyMaySeeIsNotRecorded() {
        assertThat(send("GET", "/metadata", "", "trail-metadata").statusCode()).isEqualTo(200);
        assertThat(entries("trail-metadata")).isEmpty();
    }

    @Test
    void withoutTheTrailNothingIsGivenOutOrStored() {
        send("PUT", "/Patient/trail-5", "{\"resourceType\":\"Patient\",\"id\":\"trail-5\"}", "trail-five");
        database.execute("alter table MP_TRAIL rename to MP_TRAIL_AWAY");
        HttpResponse<String> read;
        HttpResponse<String> search;
        HttpResponse<String> write;
        try {
            read = send("GET", "/Patient/trail-5", "", "trail-away-read");
            search = send("GET", "/Patient?_id=trail-5", "", "trail-away-search");
            write = send("PUT", "/Patient/trail-6", "{\"resourceType\":\"Patient\",\"id\":\"trail-6\"}", "trail-away");
        } finally {
            database.execute("alter table MP_TRAIL_AWAY rename to MP_TRAIL");
        }
        for (HttpResponse<String> answer : List.of(read, search, write)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("audit/unavailable").doesNotContain("\"resourceType\": \"Patient\"");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(send("GET", "/Patient/trail-6", "", "trail-six").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/Patient/trail-5", "", "trail-back").statusCode())
                .isEqualTo(200);
    }

    @Test
    void tokensGivenAndRefusedAreRecorded() {
        Tokens.fetch(base(), TestClients.HOSPITAL, "system/Patient.r");
        Tokens.ask(base(), "no assertion", "system/Patient.r");
        assertThat(entriesWhere("KIND = 'TOKEN' and CLIENT = 'hospital' and OUTCOME = 'SUCCESS'"))
                .anySatisfy(entry -> assertThat(entry.reason().orElse("")).endsWith(" for system/Patient.r"));
        assertThat(entriesWhere("KIND = 'TOKEN' and OUTCOME = 'REFUSED'")).isNotEmpty();
    }

    @Test
    void requestWithoutTokenIsRecorded() {
        HttpResponse<String> answer = withoutToken()
                .send(withoutToken()
                        .request("/Patient/trail-1")
                        .header(RequestId.HEADER, "trail-401")
                        .GET());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(entries("trail-401")).extracting(Entry::reason).containsExactly(Optional.of("HTTP 401"));
    }

    @Test
    void detourThroughAnOpenAddressIsRecorded() throws IOException {
        String request =
                "GET /fhir/metadata/../Patient/trail-1 HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: trail-detour"
                        + "\r\nAuthorization: Bearer " + Tokens.of(base(), TestClients.OPERATOR)
                        + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
        assertThat(entries("trail-detour")).isNotEmpty();
    }

    @Test
    void chainHoldsAfterAllThis() {
        send("GET", "/Patient?_count=1", "", "trail-hold");
        assertThat(check.all()).isNotEmpty().allSatisfy(chain -> assertThat(chain.fault())
                .isEmpty());
    }

    private HttpResponse<String> send(String method, String path, String body, String requestId) {
        return http().send(http().request(path)
                .header("Content-Type", "application/fhir+json")
                .header(RequestId.HEADER, requestId)
                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private List<Entry> entries(String requestId) {
        return database
                .query(
                        "select " + LinkRow.COLUMNS + " from MP_TRAIL where REQUEST_ID = ? order by SEQ",
                        LinkRow::of,
                        requestId)
                .stream()
                .map(Link::entry)
                .toList();
    }

    private List<Entry> entriesWhere(String condition) {
        return database.query("select " + LinkRow.COLUMNS + " from MP_TRAIL where " + condition, LinkRow::of).stream()
                .map(Link::entry)
                .toList();
    }

    private static String bundle(String one, String other) {
        return """
                {"resourceType":"Bundle","type":"transaction","entry":[%s,%s]}""".formatted(entries(one, 1), entries(other, 2));
    }

    private static String entries(String person, int number) {
        return """
                {"resource":{"resourceType":"Patient","id":"%1$s"},"request":{"method":"PUT","url":"Patient/%1$s"}},
                {"resource":{"resourceType":"Observation","id":"%1$s-%2$d","status":"final","code":{"text":"Days"},
                 "subject":{"reference":"Patient/%1$s"},"valueInteger":1},
                 "request":{"method":"PUT","url":"Observation/%1$s-%2$d"}}""".formatted(person, number);
    }
}
