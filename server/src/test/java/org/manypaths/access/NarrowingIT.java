package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.ClientKey;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** Every search is narrowed, whatever it looks like, and a number is given out like a record. */
@TestInstance(Lifecycle.PER_CLASS)
class NarrowingIT extends ServerIT {

    private final String family = "N" + PartnerBundle.newNumber();
    private String person = "";
    private String goal = "";

    @BeforeAll
    void aPersonWhoSharesGoals() {
        AccessFixtures.organizations(http());
        Http counselling = http(TestClients.COUNSELLING);
        person = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient(family));
        goal = AccessFixtures.store(counselling, "Goal", AccessFixtures.goal(person));
        AccessFixtures.store(counselling, "Goal", AccessFixtures.goal(person));
        AccessFixtures.store(
                counselling,
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-hospital"), "active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_query=", "_query", "_query=%20", "_query=&_query=x", "_query=x", "_query:x="})
    void aQueryWithoutANameIsRefused(String query) {
        for (String client : new String[] {TestClients.STRANGER, TestClients.HOSPITAL}) {
            String search = query + "&family=" + family + "&_summary=count";
            assertThat(http(client).get("/Patient?" + search).statusCode()).isEqualTo(400);
            assertThat(post(client, "/Patient/_search", search).statusCode()).isEqualTo(400);
            assertThat(post(client, "/Patient/_search?" + query, "family=" + family)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(http(TestClients.STRANGER)
                        .get("/Patient?family=" + family + "&_summary=count")
                        .body())
                .contains("\"total\":0");
    }

    @Test
    void aNamedQueryFindsWhatItsCallerMaySee() {
        String query = "/Observation?_query=need-without-alternative&patient=Patient/";
        Http counselling = http(TestClients.COUNSELLING);
        String mina = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("M" + family));
        String meaning = AccessFixtures.store(
                counselling,
                "Observation",
                AccessFixtures.meaning(mina)
                        .replace("\"note\"", "\"valueCodeableConcept\":{\"text\":\"Quiet\"},\"note\""));
        assertThat(AccessFixtures.only(counselling.get(query + mina))).isEqualTo("Observation/" + meaning);
        assertThat(counselling.get(query + mina).body()).contains("\"total\":1");
        Http limited = withoutToken()
                .with(Tokens.fetch(
                        base(), TestClients.COUNSELLING, "system/Patient.rs system/Observation.rs?status=amended"));
        for (Http blind : new Http[] {limited, http(TestClients.STRANGER)}) {
            assertThat(blind.get(query + mina).body()).contains("\"total\":0").doesNotContain(meaning);
            assertThat(blind.get(query + mina + "&_summary=count").body()).doesNotContain("\"total\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Goal/?ihrp-access=holder%7Cdemo-counselling",
                "Goal/?ihrp-access=holder%7Cdemo-counselling&_count=1",
                "Goal/_search?ihrp-access=holder%7Cdemo-counselling&_count=1",
                "Goal?ihrp-access=holder%7Cdemo-counselling",
                "Goal?ihrp%2Daccess=holder%7Cdemo-counselling",
                "Goal/?_query=&_summary=count",
                "Goal/_search?_query=&_summary=count",
                "Goal?_query=&_summary=count",
                "Goal?x%26_query=&_summary=count",
                "Goal?x%26_security=R&_summary=count",
                "Goal/?_summary=count",
                "Patient/x/Goal?_summary=count",
                "Goal/x/?_summary=count"
            })
    void anEntryIsReadInOneWayOnly(String url) {
        for (String type : new String[] {"batch", "transaction"}) {
            HttpResponse<String> answer = bundle(TestClients.STRANGER, type, url);
            assertThat(answer.statusCode()).isNotEqualTo(500);
            assertThat(answer.body()).contains("\"severity\":\"error\"").doesNotContain("\"total\"");
        }
        assertThat(bundle(TestClients.COUNSELLING, "batch", "Goal?subject=Patient/" + person)
                        .body())
                .contains("\"total\":2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Patient.rs?_has:Condition:patient:code=x",
                "system/Goal.rs?addresses:Condition.code=x",
                "system/Goal.rs?addresses=Condition/x",
                "system/Goal.rs?addresses:missing=false",
                "system/Goal.rs?ihrp-access=holder%7Cdemo-counselling",
                "system/Goal.rs?_security=R",
                "system/Goal.rs?_query=x",
                "system/Goal.rs?_filter=x",
                "system/Goal.rs?_id:not=x",
                "system/Goal.rs?nonesuch=x",
                "system/*.rs?_tag=x"
            })
    void aScopeIsLimitedByWhatARecordSaysItself(String scope) {
        HttpResponse<String> answer = ask(scope);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/Goal.rs?lifecycle-status=active",
                "system/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category%7Claboratory",
                "system/Observation.rs?patient=Patient/x&date=ge2026",
                "system/Goal.rs?_id=x",
                "system/*.rs?status=final"
            })
    void andByNothingLess(String scope) {
        assertThat(ask(scope).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Goal?_id:not={goal}",
                "Patient?_has:Goal:subject:_id:not={goal}",
                "Goal?_id:missing=true",
                "Goal?_lastUpdated:missing=true",
                "Goal?_tag:not=x",
                "Goal?_source:below=x"
            })
    void noModifierTellsWhatThereIs(String search) {
        Http stranger = http(TestClients.STRANGER);
        HttpResponse<String> known = stranger.get("/" + search.replace("{goal}", goal));
        HttpResponse<String> unknown = stranger.get("/" + search.replace("{goal}", "no-such-goal"));
        assertThat(Outcome.codes(known, 403)).containsExactly("access/criterion");
        assertThat(Outcome.codes(unknown, 403)).containsExactly("access/criterion");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction-response", "batch-response", "document", "collection", "history", "foo"})
    void aPageIsWhatItIs(String type) {
        Http hospital = http(TestClients.HOSPITAL);
        String next = AccessFixtures.parse(hospital.get("/Goal?subject=Patient/" + person + "&_count=1"), Bundle.class)
                .getLink(Bundle.LINK_NEXT)
                .getUrl()
                .substring(base().toString().length());
        assertThat(hospital.get(next).body()).contains("Goal/").doesNotContain("\"total\"");
        String other = next.contains("_bundletype=")
                ? next.replaceFirst("_bundletype=[a-z]*", "_bundletype=" + type)
                : next + "&_bundletype=" + type;
        assertThat(Outcome.codes(hospital.get(other), 400)).containsExactly("request/invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&_summary=count", "&_count=0&_total=accurate"})
    void aNumberIsGivenOutLikeARecord(String count) {
        Http counselling = http(TestClients.COUNSELLING);
        String rosa = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient("R" + family));
        AccessFixtures.store(counselling, "Goal", AccessFixtures.goal(rosa));
        String consent = AccessFixtures.store(
                counselling,
                "Consent",
                AccessFixtures.consent(rosa, "demo-counselling", List.of("demo-hospital"), "active"));
        String search = "Goal?subject=Patient/" + rosa + count;
        HttpResponse<String> own = counselling.get("/" + search);
        assertThat(own.headers().firstValue(Notice.HEADER)).isEmpty();
        assertThat(told(rosa)).doesNotContain("demo-hospital");
        HttpResponse<String> counted = http(TestClients.HOSPITAL).get("/" + search);
        assertThat(counted.body()).contains("\"total\":1");
        assertThat(counted.headers().firstValue(Notice.HEADER)).contains(Notice.STATEMENT_2);
        assertThat(counted.headers().firstValue(Notice.CONSENT_HEADER)).contains("Consent/" + consent);
        assertThat(told(rosa)).contains("Organization/demo-hospital", "Consent/" + consent);
        HttpResponse<String> entry = bundle(TestClients.HOSPITAL, "batch", search);
        assertThat(entry.body()).contains("\"total\":1");
        assertThat(entry.headers().firstValue(Notice.CONSENT_HEADER)).contains("Consent/" + consent);
    }

    @Test
    void aTotalThatTellsOfOthersNamesTheirConsents() {
        Http counselling = http(TestClients.COUNSELLING);
        String name = "T" + family;
        for (int number = 0; number < 2; number++) {
            String one = AccessFixtures.store(counselling, "Patient", AccessFixtures.patient(name));
            AccessFixtures.store(
                    counselling,
                    "Consent",
                    AccessFixtures.consent(one, "demo-counselling", List.of("demo-hospital"), "active"));
        }
        String search = "Patient?family=" + name + "&_count=1&_total=accurate";
        HttpResponse<String> page = http(TestClients.HOSPITAL).get("/" + search);
        assertThat(page.body()).contains("\"total\":2");
        assertThat(page.headers().firstValue(Notice.CONSENT_HEADER).orElse("")).contains(", Consent/");
        assertThat(bundle(TestClients.HOSPITAL, "batch", search).body()).doesNotContain("\"total\"");
    }

    private String told(String id) {
        return http(TestClients.COUNSELLING)
                .get("/Patient/" + id + "/$accounting-of-disclosures")
                .body();
    }

    private HttpResponse<String> ask(String scope) {
        String client = TestClients.COUNSELLING;
        return Tokens.ask(
                base(), TestClients.key(client).sign(ClientKey.claims(client, Tokens.endpoint(base()))), scope);
    }

    private HttpResponse<String> post(String client, String path, String form) {
        Http http = http(client);
        return http.send(http.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> bundle(String client, String type, String url) {
        return http(client)
                .post(
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"" + type
                                + "\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + url + "\"}}]}");
    }
}
