package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

/** What {@code $everything} and pages of it tell of records that are kept back: nothing, not even whom they name. */
@TestInstance(Lifecycle.PER_CLASS)
class EverythingLeaksIT extends ServerIT {

    private String person = "";
    private String goal = "";
    private String plan = "";
    private String place = "";
    private String ward = "";
    private String author = "";
    private String friend = "";

    @BeforeAll
    void aPersonWithANoteThatStays() {
        AccessFixtures.organizations(http());
        Http counselling = http("counselling");
        String number = PartnerBundle.newNumber();
        ward = organization("ward-" + number, "");
        place = organization("place-" + number, ",\"partOf\":{\"reference\":\"" + ward + "\"}");
        author = practitioner("author-" + number);
        friend = practitioner("friend-" + number);
        person = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("E" + number));
        goal = "Goal/"
                + AccessFixtures.store(
                        counselling,
                        "Goal",
                        AccessFixtures.goal(person)
                                .replace(
                                        "\"subject\"",
                                        "\"expressedBy\":{\"reference\":\"" + friend + "\"},\"subject\""));
        AccessFixtures.store(
                counselling,
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
        AccessFixtures.store(counselling, "DocumentReference", """
                {"resourceType":"DocumentReference","status":"current",
                 "category":[{"coding":[{"system":
                   "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-document-category","code":"counselling-note"}]}],
                 "subject":{"reference":"Patient/%s"},"date":"2026-02-01T10:00:00Z",
                 "author":[{"reference":"%s"}],"custodian":{"reference":"%s"},
                 "content":[{"attachment":{"contentType":"text/plain","data":"aGlkZGVu"}}]}""".formatted(person, author, place));
        plan = "CarePlan/" + AccessFixtures.store(counselling, "CarePlan", """
                {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/%s"},
                 "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]},
                 "goal":[{"reference":"%s"}]}""".formatted(person, goal));
    }

    @Test
    void theHolderHasAllOfIt() {
        assertThat(all("counselling", "")).contains(goal, plan, place, ward, author, friend);
        assertThat(all("counselling", "?_type=DocumentReference"))
                .contains(place, author)
                .doesNotContain(goal, friend);
    }

    @Test
    void whatOnlyAHiddenRecordRefersToIsNotBroughtAlong() {
        assertThat(all("hospital", "?_count=200"))
                .contains("Patient/" + person, goal, friend)
                .doesNotContain(plan, place, ward, author);
        assertThat(all("hospital", "?_type=DocumentReference")).doesNotContain(place, ward, author, goal, friend);
        assertThat(all("hospital", "?_type=CarePlan")).doesNotContain(plan, goal, friend);
        assertThat(all("hospital", "?_type=Goal")).contains(goal, friend).doesNotContain(place, ward, author);
    }

    @Test
    void norOnLaterPages() {
        assertThat(all("hospital", "?_count=1"))
                .contains(goal, friend)
                .doesNotContain(plan, place, ward, author)
                .doesNotHaveDuplicates();
        assertThat(all("hospital", "?_count=1&_type=DocumentReference")).doesNotContain(place, ward, author, friend);
    }

    @Test
    void norInABatch() {
        HttpResponse<String> answer = http("hospital").post("", """
                {"resourceType":"Bundle","type":"batch","entry":[
                 {"request":{"method":"GET","url":"Patient/%1$s/$everything?_type=DocumentReference"}},
                 {"request":{"method":"GET","url":"Patient/%1$s/$everything"}}]}""".formatted(person));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Bundle both = AccessFixtures.parse(answer, Bundle.class);
        Bundle first = (Bundle) both.getEntry().get(0).getResource();
        Bundle second = (Bundle) both.getEntry().get(1).getResource();
        assertThat(names(first)).doesNotContain(place, ward, author, goal, friend);
        assertThat(names(second)).contains(goal, friend).doesNotContain(plan, place, ward, author);
        assertThat(first.hasTotal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?_count=1&_lastUpdated=ge2020-01-01",
                "?_lastUpdated=ge2020-01-01&_lastUpdated=le2099-01-01",
                "?_count=2&_offset=1",
                "?_count=1&_offset=3"
            })
    void norOnAnyPartOfIt(String part) {
        assertThat(all("hospital", part)).doesNotContain(plan, place, ward, author);
        HttpResponse<String> answer = http("hospital").get("/Patient/" + person + "/$everything" + part);
        assertThat(AccessFixtures.parse(answer, Bundle.class).hasTotal()).isFalse();
        assertThat(all("hospital", "?_lastUpdated=ge2099-01-01")).doesNotContain(goal, plan, place, ward, author);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "transaction"})
    void norIncludedByASearchInABundle(String type) {
        HttpResponse<String> answer =
                http("hospital").post("", """
                {"resourceType":"Bundle","type":"%3$s","entry":[
                 {"request":{"method":"GET","url":"%2$s&_revinclude=CarePlan:goal"}},
                 {"request":{"method":"GET","url":"%2$s&_include=Goal:subject&_revinclude:iterate=CarePlan:subject"}},
                 {"request":{"method":"GET","url":"Patient?_id=%1$s&_revinclude=DocumentReference:subject"}},
                 {"request":{"method":"GET","url":"DocumentReference?subject=Patient/%1$s&_include=DocumentReference:author"}},
                 {"request":{"method":"GET","url":"CarePlan?subject=Patient/%1$s&_include=CarePlan:goal"}}]}""".formatted(person, goal.replace("/", "?_id="), type));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<List<String>> found = AccessFixtures.parse(answer, Bundle.class).getEntry().stream()
                .map(entry -> names((Bundle) entry.getResource()))
                .toList();
        assertThat(found)
                .containsExactly(
                        List.of(goal),
                        List.of(goal, "Patient/" + person),
                        List.of("Patient/" + person),
                        List.of(),
                        List.of());
        assertThat(answer.body()).doesNotContain(plan, place, ward, author);
    }

    @Test
    void aPageIsForTheOneWhoAskedForTheFirst() {
        Bundle first = AccessFixtures.parse(
                http("counselling").get("/Patient/" + person + "/$everything?_count=1"), Bundle.class);
        assertThat(http("hospital").get(next(first)).statusCode()).isEqualTo(410);
        assertThat(http("counselling").get(next(first)).statusCode()).isEqualTo(200);
    }

    /** Of all its pages. */
    private List<String> all(String client, String query) {
        List<String> names = new ArrayList<>();
        String path = "/Patient/" + person + "/$everything" + query;
        while (!path.isEmpty()) {
            HttpResponse<String> answer = http(client).get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Bundle page = AccessFixtures.parse(answer, Bundle.class);
            names.addAll(names(page));
            path = next(page);
        }
        return names;
    }

    private static String next(Bundle page) {
        return page.getLink(Bundle.LINK_NEXT) == null
                ? ""
                : page.getLink(Bundle.LINK_NEXT).getUrl().replaceFirst(".*/fhir", "");
    }

    /** Without the notice, which has none. */
    private static List<String> names(Bundle page) {
        return page.getEntry().stream()
                .filter(entry -> entry.getResource().getIdElement().hasIdPart())
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }

    private String organization(String id, String more) {
        return stored(
                "Organization/" + id,
                "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"active\":true,\"name\":\"x\"" + more + "}");
    }

    private String practitioner(String id) {
        return stored(
                "Practitioner/" + id,
                "{\"resourceType\":\"Practitioner\",\"id\":\"" + id + "\",\"name\":[{\"family\":\"x\"}]}");
    }

    private String stored(String name, String json) {
        HttpResponse<String> answer = http().put("/" + name, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return name;
    }
}
