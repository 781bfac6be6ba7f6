package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

/**
 * The leak table of one who has a basis: of a person whose record a consent lets out, each record that the consent does
 * not reach, in each way to get at it, is answered for as one that there never was.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KeptBackLeaksIT extends ServerIT {

    private static final String UNKNOWN = "0a0a0a0a-0000-4000-8000-000000000003";
    private static final String JSON = "application/fhir+json";

    /** Each is a record of the person, as {@code Type/id}, and why it stays. */
    private final Map<String, String> keptBack = new LinkedHashMap<>();

    private String person = "";
    private String shared = "";

    /** What it takes to ask for one record. */
    private interface Way {
        HttpResponse<String> ask(Http caller, String type, String id);
    }

    @BeforeAll
    void aPersonWhoSharesSomeOfIt() {
        AccessFixtures.organizations(http());
        Http counselling = http("counselling");
        person = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("K" + PartnerBundle.newNumber()));
        shared = AccessFixtures.store(counselling, "Goal", AccessFixtures.goal(person));
        AccessFixtures.store(
                counselling,
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
        keep("private words", "Observation", AccessFixtures.meaning(person));
        keep("a label that the consent does not name", "Goal", labelled(AccessFixtures.goal(person), "HIV"));
        keep("of no known kind", "Basic", """
                {"resourceType":"Basic","code":{"text":"x"},"subject":{"reference":"Patient/%s"}}""".formatted(person));
        keep("a counselling note", "DocumentReference", note());
        keep("an attachment", "Binary", """
                {"resourceType":"Binary","contentType":"text/plain","data":"aGlkZGVu",
                 "securityContext":{"reference":"%s"}}""".formatted(keptBack.get("a counselling note")));
    }

    @Test
    void theRestIsThere() {
        assertThat(http("hospital").get("/Goal/" + shared).statusCode()).isEqualTo(200);
        keptBack.forEach((why, record) -> assertThat(
                        http("counselling").get("/" + record).statusCode())
                .as(why)
                .isEqualTo(200));
    }

    Stream<Arguments> table() {
        return ways().keySet().stream().flatMap(way -> Stream.of(
                        "private words",
                        "a label that the consent does not name",
                        "of no known kind",
                        "a counselling note",
                        "an attachment")
                .map(why -> Arguments.of(way, why)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void answersForKeptBackAsForUnknown(String way, String why) {
        String record = Objects.requireNonNull(keptBack.get(why), why);
        String type = record.substring(0, record.indexOf('/'));
        String id = record.substring(type.length() + 1);
        assertThat(seen(way, type, id)).isEqualTo(seen(way, type, UNKNOWN)).doesNotContain("ihrp-access", "aGlkZGVu");
    }

    private String seen(String way, String type, String id) {
        return Leaks.seen(
                Objects.requireNonNull(ways().get(way)).ask(http("hospital"), type, id),
                new Leaks.Target(person, id, "no-family"));
    }

    private Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("read", (http, type, id) -> http.get("/" + type + "/" + id));
        ways.put("read part", (http, type, id) -> http.get("/" + type + "/" + id + "?_summary=true"));
        ways.put("vread", (http, type, id) -> http.get("/" + type + "/" + id + "/_history/1"));
        ways.put("history", (http, type, id) -> http.get("/" + type + "/" + id + "/_history"));
        ways.put("search", (http, type, id) -> http.get("/" + type + "?_id=" + id));
        ways.put("count", (http, type, id) -> http.get("/" + type + "?_id=" + id + "&_summary=count"));
        ways.put("total", (http, type, id) -> http.get("/" + type + "?_id=" + id + "&_total=accurate"));
        ways.put(
                "has", (http, type, id) -> http.get("/Patient?_id=" + person + "&_has:" + type + ":patient:_id=" + id));
        ways.put("where it came from", (http, type, id) -> http.get("/Provenance?target=" + type + "/" + id));
        ways.put("who saw it", (http, type, id) -> http.get("/AuditEvent?entity=" + type + "/" + id));
        ways.put("validate", (http, type, id) -> http.get("/" + type + "/" + id + "/$validate"));
        ways.put("diff", (http, type, id) -> http.get("/" + type + "/" + id + "/$diff"));
        ways.put("meta", (http, type, id) -> http.get("/" + type + "/" + id + "/$meta"));
        ways.put("delete", (http, type, id) -> http.delete("/" + type + "/" + id));
        ways.put(
                "patch",
                (http, type, id) -> http.send(http.request("/" + type + "/" + id)
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", BodyPublishers.ofString("[{\"op\":\"remove\",\"path\":\"/note\"}]"))));
        ways.put(
                "update",
                (http, type, id) ->
                        http.put("/" + type + "/" + id, "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\"}"));
        ways.put("conditional delete", (http, type, id) -> http.delete("/" + type + "?_id=" + id));
        ways.put("amend", (http, type, id) -> http.post("/" + type + "/" + id + "/$amend", """
                        {"resourceType":"Parameters","parameter":[{"name":"kind","valueCode":"addition"},
                         {"name":"text","valueString":"x"}]}"""));
        ways.put("batch read", (http, type, id) -> bundle(http, "batch", type + "/" + id));
        ways.put("transaction read", (http, type, id) -> bundle(http, "transaction", type + "/" + id));
        ways.put(
                "refer",
                (http, type, id) -> http.post(
                        "/Provenance",
                        "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"" + type + "/" + id
                                + "\"}],\"recorded\":\"2026-02-01T10:00:00Z\",\"agent\":[{\"who\":{\"display\":\"x\"}}]}"));
        return ways;
    }

    /** What only those ways that take everything would show. */
    @Test
    void nothingThatTakesAllTakesWhatIsKeptBack() {
        Http hospital = http("hospital");
        for (String all : List.of(
                "/Patient/" + person + "/$everything?_count=200",
                "/Observation?patient=Patient/" + person,
                "/Goal?subject=Patient/" + person + "&_total=accurate",
                "/DocumentReference?patient=Patient/" + person,
                "/Patient?_id=" + person + "&_revinclude=Observation:subject&_revinclude=Goal:subject"
                        + "&_revinclude=DocumentReference:subject&_revinclude=Basic:subject")) {
            HttpResponse<String> answer = hospital.get(all);
            assertThat(answer.statusCode()).as(all).isEqualTo(200);
            keptBack.forEach((why, record) -> assertThat(answer.body())
                    .as(all + ": " + why)
                    .doesNotContain(record.substring(record.indexOf('/') + 1)));
        }
        assertThat(AccessFixtures.parse(
                                hospital.get("/Goal?subject=Patient/" + person + "&_total=accurate"),
                                org.hl7.fhir.r4.model.Bundle.class)
                        .getTotal())
                .isEqualTo(1);
    }

    /** A plan that may be seen leads to a hidden goal, and that one to a record that may be seen. */
    @Test
    void whatHangsOnAHiddenRecordIsNotIncludedByWayOfIt() {
        Http counselling = http("counselling");
        String condition = AccessFixtures.store(counselling, "Condition", """
                {"resourceType":"Condition","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]}}""".formatted(person));
        String between = AccessFixtures.store(
                counselling,
                "Goal",
                labelled(AccessFixtures.goal(person), "HIV")
                        .replace(
                                "\"subject\"",
                                "\"addresses\":[{\"reference\":\"Condition/" + condition + "\"}],\"subject\""));
        String plan = AccessFixtures.store(counselling, "CarePlan", """
                {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/%s"},
                 "goal":[{"reference":"Goal/%s"},{"reference":"Goal/%s"}]}""".formatted(person, between, shared));
        String query = "/CarePlan?_id=" + plan + "&_include=CarePlan:goal&_include:iterate=Goal:addresses"
                + "&_include=CarePlan:subject";
        assertThat(counselling.get(query).body()).contains("Condition/" + condition);
        assertThat(http("hospital").get("/Condition/" + condition).statusCode()).isEqualTo(200);
        assertThat(http("hospital").get(query).body())
                .contains("CarePlan/" + plan, "Goal/" + shared, "Patient/" + person)
                .doesNotContain(condition, between);
    }

    /** What may be seen refers to what is hidden; the reference goes, and nobody can ask by it. */
    @Test
    void whatRefersToAHiddenRecordIsNotFoundByIt() {
        String note = Objects.requireNonNull(keptBack.get("a counselling note"));
        String rests = AccessFixtures.store(http("counselling"), "Condition", """
                {"resourceType":"Condition","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]},
                 "evidence":[{"detail":[{"reference":"%s"}]}]}""".formatted(person, note));
        String one = "/Condition?_id=" + rests;
        Http hospital = http("hospital");
        assertThat(hospital.get(one).body()).contains("\"total\":1").doesNotContain(note);
        assertThat(http("counselling").get(one + "&evidence-detail=" + note).body())
                .contains("\"total\":1");
        String id = note.substring(note.indexOf('/') + 1);
        for (String asked : List.of(
                "evidence-detail=" + note,
                "evidence-detail=" + id,
                "evidence-detail:DocumentReference=" + id,
                "evidence-detail=" + base() + "/" + note,
                "evidence-detail=" + note + ",DocumentReference/other")) {
            assertThat(hospital.get(one + "&" + asked).body()).as(asked).contains("\"total\":0");
            assertThat(hospital.get("/Patient?_id=" + person + "&_has:Condition:patient:" + asked)
                            .body())
                    .as(asked)
                    .contains("\"total\":0");
        }
        for (String odd : List.of(
                note + "/_history/1",
                "%20" + note,
                note + "%20",
                "/" + note,
                note + "%23",
                note + "%7C1",
                note + "?")) {
            assertThat(hospital.get(one + "&evidence-detail=" + odd).body())
                    .as(odd)
                    .doesNotContain("\"total\":1", "Condition/" + rests);
        }
        assertThat(Outcome.codes(hospital.get(one + "&evidence-detail:missing=false"), 403))
                .containsExactly("access/criterion");
        assertThat(Outcome.codes(
                        hospital.get("/Patient?_id=" + person + "&_has:Condition:patient:evidence-detail:missing=true"),
                        403))
                .containsExactly("access/criterion");
    }

    /** No search parameter knows it, and the storage keeps it as it came. */
    @Test
    void whatNamesAHiddenRecordByTheAddressOfTheServerLosesIt() {
        String hidden = AccessFixtures.store(http("counselling"), "Condition", labelled("""
                {"resourceType":"Condition","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]}}""".formatted(person), "HIV"));
        String order =
                AccessFixtures.store(http("counselling"), "MedicationRequest", """
                {"resourceType":"MedicationRequest","status":"active","intent":"order",
                 "medicationCodeableConcept":{"text":"ibuprofen"},"subject":{"reference":"Patient/%s"},
                 "reasonReference":[{"reference":"%s/Condition/%s","display":"KEPT display"}],
                 "text":{"status":"additional","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">KEPT narrative</div>"}}""".formatted(person, base(), hidden));
        assertThat(http("hospital").get("/Condition/" + hidden).statusCode()).isEqualTo(404);
        Http hospital = http("hospital");
        for (String way : List.of(
                "/MedicationRequest/" + order,
                "/MedicationRequest/" + order + "/_history/1",
                "/MedicationRequest?_id=" + order,
                "/Patient/" + person + "/$everything?_count=200")) {
            HttpResponse<String> answer = hospital.get(way);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(way).contains(order, "SUBSETTED").doesNotContain(hidden, "KEPT");
        }
        assertThat(http("counselling").get("/MedicationRequest/" + order).body())
                .contains(hidden, "KEPT display");
    }

    /** Within an order it would go out where the same by itself is not there. */
    @Test
    void whatContainsARecordThatIsKeptBackIsKeptBack() {
        String condition = """
                {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"47505003"}]}}""".formatted(person);
        String alone = AccessFixtures.store(http("counselling"), "Condition", condition.replace("\"id\":\"c\",", ""));
        assertThat(http("hospital").get("/Condition/" + alone).statusCode()).isEqualTo(404);
        String order = AccessFixtures.store(http("counselling"), "MedicationRequest", """
                {"resourceType":"MedicationRequest","status":"active","intent":"order","contained":[%s],
                 "medicationCodeableConcept":{"text":"ibuprofen"},"subject":{"reference":"Patient/%s"},
                 "reasonReference":[{"reference":"#c"}]}""".formatted(condition, person));
        assertThat(http("hospital").get("/MedicationRequest/" + order).statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> bundle(Http http, String type, String url) {
        return http.send(http.request("")
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString("{\"resourceType\":\"Bundle\",\"type\":\"" + type
                        + "\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}]}")));
    }

    private void keep(String why, String type, String json) {
        keptBack.put(why, type + "/" + AccessFixtures.store(http("counselling"), type, json));
    }

    private static String labelled(String json, String label) {
        return json.replaceFirst(
                "\\{",
                "{\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
                        + label + "\"}]},");
    }

    private String note() {
        return """
                {"resourceType":"DocumentReference","status":"current",
                 "category":[{"coding":[{"system":
                   "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-document-category","code":"counselling-note"}]}],
                 "subject":{"reference":"Patient/%s"},"date":"2026-02-01T10:00:00Z",
                 "content":[{"attachment":{"contentType":"text/plain","data":"aGlkZGVu"}}]}""".formatted(person);
    }
}
