package org.manypaths.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What HAPI passes over, or answers as if something else had been asked. */
class CriterionIT extends ServerIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?substance-stage-current=alcohol",
                "Observation?substance-stage-current=alcohol$",
                "Observation?substance-stage-current=$preparation",
                "Observation?substance-stage-current=alcohol$preparation,opioids",
                "Observation?substance-stage-current=alcohol$preparation$action",
                "Patient?_has:Observation:subject:substance-stage-current=alcohol",
                "Observation?substance-stage-current:missing=true",
                "Observation?substance-stage-current:not=alcohol$preparation",
                "Patient?_has:Observation:subject:substance-stage-current:missing=true",
                "Observation?code:below=x",
                "Observation?code:above=x",
                "Observation?code:exact=x",
                "Observation?code:contains=x",
                "Observation?code:of-type=a|b|c",
                "Observation?date:exact=2026",
                "Observation?subject:identifier=x",
                "Observation?subject:Patient.family:below=x",
                "Patient?name:text=x",
                "Patient?name:contains=x",
                "Observation?_type=Condition,Goal"
            })
    void refusesWhatItWouldNotAnswer(String search) {
        for (String client : new String[] {TestClients.OPERATOR, TestClients.COUNSELLING}) {
            assertThat(Outcome.codes(
                            http(client).get("/" + search.replace("$", "%24").replace("|", "%7C")), 400))
                    .containsExactly("request/invalid-parameter");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?_has:Observation:subject:foo=1",
                "Patient?_has:Observation:foo:code=1",
                "Observation?subject.foo=1",
                "Observation?subject:Patient.foo=1",
                "Patient?_has:Condition:patient:_content=trauma",
                "Patient?_has:Condition:patient:_text=trauma",
                "Patient?_has:Condition:patient:_filter=x",
                "Patient?_has:Condition:patient:_query=x",
                "Patient?_has:Condition:patient:_contained=true",
                "Condition?patient._filter=x",
                "Condition?patient._list=x",
                "Condition?patient:Patient._content=x",
                "Condition?patient._has:Observation:patient:_text=x",
                "Observation?foo=1"
            })
    void refusesWhatLeadsNowhere(String search) {
        for (String client : new String[] {TestClients.OPERATOR, TestClients.COUNSELLING}) {
            assertThat(Outcome.codes(http(client).get("/" + search), 400)).containsExactly("request/unknown-parameter");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "Observation?code:not=x",
                "Observation?code:missing=false",
                "Observation?patient=x&code:text=stage",
                "Observation?code:in=https://w3id.org/manypaths/fhir/ValueSet/ihrp-stage-of-change",
                "Patient?name:exact=x",
                "Patient?birthdate:missing=true",
                "Observation?subject:Patient=Patient/x",
                "Observation?subject:Patient.family:exact=x",
                "CarePlan?_profile:below=https://w3id.org/",
                "Patient?_has:Observation:subject:_id=x",
                "CarePlan?_include:iterate=CarePlan:goal",
                "Patient?_has:Observation:subject:substance-stage-current=alcohol%24preparation"
            })
    void answersTheRest(String search) {
        for (String client : new String[] {TestClients.OPERATOR, TestClients.COUNSELLING}) {
            assertThat(http(client).get("/" + search).statusCode()).as(client).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Patient?_has:Condition:patient:_content=trauma, request/unknown-parameter",
        "Condition?patient._filter=x, request/unknown-parameter",
        "'Observation?_type=Condition,Goal', request/invalid-parameter"
    })
    void aTransactionIsNoWayRound(String search, String code) {
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"GET","url":"%s"}}]}""".formatted(search);
        assertThat(Outcome.codes(http(TestClients.COUNSELLING).post("", bundle), 400))
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "Condition?code:in=NOWHERE, code:in, NOWHERE",
        "Condition?code:not-in=NOWHERE, code:not-in, NOWHERE",
        "Condition?code:in=NOWHERE%7C1.0, code:in, NOWHERE",
        "Condition?code:in=x, code:in, x",
        "Condition?code:in=UNKNOWN-CODES, code:in, UNKNOWN-CODES",
        "Patient?_has:Condition:patient:code:in=NOWHERE, _has:Condition:patient:code:in, NOWHERE",
        "Goal?addresses:Condition.code:not-in=NOWHERE, addresses:Condition.code:not-in, NOWHERE"
    })
    void namesTheValueSetWhoseCodesItCannotTell(String asked, String parameter, String valueSet) {
        HttpResponse<String> stored = http().put("/ValueSet/unknown-codes", """
                {"resourceType":"ValueSet","id":"unknown-codes","url":"http://nowhere.example.org/UNKNOWN-CODES",
                 "status":"active","compose":{"include":[{"system":"http://nowhere.example.org/CodeSystem/none"}]}}""");
        assertThat(stored.statusCode()).as(stored.body()).isIn(200, 201);
        String search = asked.replaceAll("=([A-Z-]{2,})", "=http://nowhere.example.org/$1");
        for (String client : new String[] {TestClients.OPERATOR, TestClients.COUNSELLING}) {
            HttpResponse<String> answer = http(client).get("/" + search);
            assertThat(Outcome.codes(answer, 400)).as(client).containsExactly("request/invalid-parameter");
            assertThat(Outcome.of(answer, 400).getIssueFirstRep().getDiagnostics())
                    .contains(parameter + " ", valueSet);
            String entry = "\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\"" + search + "\"}}]}";
            HttpResponse<String> asOne =
                    http(client).post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"," + entry);
            assertThat(Outcome.codes(asOne, 400)).as(client).containsExactly("request/invalid-parameter");
            assertThat(http(client)
                            .post("", "{\"resourceType\":\"Bundle\",\"type\":\"batch\"," + entry)
                            .body())
                    .as(client)
                    .contains("\"status\":\"400", "request/invalid-parameter", valueSet);
        }
    }

    /** The storage failed with 500. */
    @Test
    void theConditionOfAWriteIsAskedLikeASearch() {
        String condition = "code:in=http://nowhere.example.org/NOWHERE";
        String sent = "{\"resourceType\":\"Condition\",\"subject\":{\"display\":\"x\"}}";
        for (String client : new String[] {TestClients.OPERATOR, TestClients.COUNSELLING}) {
            Http http = http(client);
            HttpResponse<String> created = http.send(http.request("/Condition")
                    .header("Content-Type", "application/fhir+json")
                    .header("If-None-Exist", condition)
                    .POST(BodyPublishers.ofString(sent)));
            assertThat(Outcome.codes(created, 400)).as(client).containsExactly("request/invalid-parameter");
            assertThat(Outcome.codes(http.delete("/Condition?" + condition), 400))
                    .as(client)
                    .containsExactly("request/invalid-parameter");
            for (String type : new String[] {"transaction", "batch"}) {
                assertThat(http.post("", """
                                        {"resourceType":"Bundle","type":"%s","entry":[{"resource":%s,"request":
                                         {"method":"POST","url":"Condition","ifNoneExist":"%s"}}]}""".formatted(type, sent, condition)).body())
                        .as(client)
                        .contains("request/invalid-parameter", "NOWHERE");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_security", "-_security", "date,-_security"})
    void sortsByNoLabel(String order) {
        assertThat(Outcome.codes(http(TestClients.COUNSELLING).get("/Observation?_sort=" + order), 403))
                .containsExactly("access/criterion");
    }
}
