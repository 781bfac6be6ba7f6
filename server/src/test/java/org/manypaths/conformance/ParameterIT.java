package org.manypaths.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.handoff.StoredStory;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What an operation does not understand is refused by name, and never passed over. */
class ParameterIT extends ServerIT {

    private String patient = "";
    private String consent = "";
    private String goal = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(
                http(TestClients.COUNSELLING), "Patient", AccessFixtures.patient("Parameter" + System.nanoTime()));
        consent = AccessFixtures.store(
                http(TestClients.COUNSELLING),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        goal = AccessFixtures.store(http(TestClients.COUNSELLING), "Goal", AccessFixtures.goal(patient));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counselling|/Patient/PATIENT/$everything|_typ=Goal|_type",
                "counselling|/Patient/PATIENT/$everything|start=2026-01-01|_type",
                "counselling|/Patient/PATIENT/$everything|_Count=1|_count",
                "counselling|/Patient/PATIENT/_history|_sinc=2026-01-01T00:00:00Z|_since",
                "operator|/$export|_typ=Goal|_type",
                "operator|/Patient/$export|_typeFilter=Goal%3Fx%3Dy|_type",
                "operator|/$export|_elements=id|_type",
                "operator|/Patient/PATIENT/$accounting-of-disclosures|recipients=Organization/x|recipient",
                "operator|/Patient/PATIENT/$accounting-of-disclosures|star=2026-01-01|start",
                "operator|/Patient/PATIENT/$accounting-of-disclosures|_elements=person|start",
                "operator|/$why|purpos=TREAT|purpose",
                "operator|/AuditEvent/$verify-trail|from=1|none",
                "counselling|/Patient/PATIENT/$prescriber-view|as-of=2026-01-01|none",
                "counselling|/Patient/PATIENT/$substance-profile|asof=2026-01-01|as-of",
                "counselling|/Consent/CONSENT/$read-back|langage=de|none",
                "counselling|/Patient/PATIENT/$summary|receiver=Organization/x|recipient",
                "counselling|/Subscription/GOAL/$letters|states=dead|state",
                "operator|/ValueSet/$expand|uri=x|url",
                "operator|/CodeSystem/$lookup|sytem=x|system"
            })
    void refusesWhatItDoesNotUnderstandInTheAddress(String client, String path, String question, String known) {
        HttpResponse<String> answer = http(client)
                .send(http(client)
                        .request(path(path) + "?" + question)
                        .header("Prefer", "respond-async")
                        .GET());
        assertNamed(answer, question.replaceFirst("=.*", ""), known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "counselling|/Patient/PATIENT/$file-consent|keepback|keep-back",
                "counselling|/Patient/PATIENT/$file-consent|keep-backs|keep-back",
                "counselling|/Patient/PATIENT/$file-consent|Keep-Back|keep-back",
                "counselling|/Patient/PATIENT/$file-consent|end|ends-with-words",
                "counselling|/Patient/$consent-decision|lable|label",
                "counselling|/Consent/CONSENT/$revoke|cam|came",
                "counselling|/Goal/GOAL/$amend|txt|text",
                "counselling|/$receive-handoff|documents|document",
                "operator|/$export|patient|_type",
                "operator|/Patient/$export|_typeFilter|_type",
                "operator|/$export|_elements|_type",
                "operator|/Subscription/GOAL/$resend|evnt|event",
                "hospital|/Patient/$emergency-access|reasn|reason"
            })
    void refusesWhatItDoesNotUnderstandInTheBody(String client, String path, String name, String known) {
        HttpResponse<String> answer = http(client)
                .send(http(client)
                        .request(path(path))
                        .header("Prefer", "respond-async")
                        .header("Content-Type", "application/fhir+json")
                        .POST(BodyPublishers.ofString(parameters(name))));
        assertNamed(answer, name, known);
        assertThat(Outcome.of(answer, 400).getIssueFirstRep().getExpression())
                .extracting(place -> place.getValue())
                .containsExactly("Parameters.parameter.where(name = '" + name + "')");
    }

    @Test
    void refusesOneThatComesMoreOftenThanItCan() {
        assertThat(Outcome.codes(operator("/Patient/" + patient + "/$everything?_count=5&_count=6"), 400))
                .containsExactly("request/invalid-parameter");
        HttpResponse<String> twice =
                http(TestClients.COUNSELLING).post("/Consent/" + consent + "/$revoke?words=a", """
                        {"resourceType":"Parameters","parameter":[{"name":"words","valueString":"b"}]}""");
        assertThat(Outcome.codes(twice, 400)).containsExactly("request/invalid-parameter");
        assertThat(twice.body()).contains("words comes more than once");
    }

    /** Of records that are there: of others it is told first that they are not. */
    @Test
    void refusesItOfPlansAndTasks() {
        StoredStory story = StoredStory.tellAsOf("demo-counselling", http());
        String day = "/CarePlan/" + story.number() + "-day-5/";
        String task = "/Task/" + story.number() + "-step-1/";
        assertNamed(counselling().get(day + "$handoff?receiver=Organization/x"), "receiver", "recipient");
        assertNamed(counselling().get(task + "$handoff-document?version=1"), "version", "none");
        assertNamed(counselling().post(day + "$handoff", parameters("receiver")), "receiver", "recipient");
        assertNamed(counselling().post(day + "$propose-medicine", parameters("replace")), "replace", "replaces");
        assertNamed(counselling().post(task + "$decide-proposal", parameters("reasons")), "reasons", "reason");

        HttpResponse<String> beside = counselling().post(day + "$handoff?persist=true", parameters("recipient"));
        assertThat(Outcome.codes(beside, 400)).containsExactly("request/unknown-parameter");
        assertThat(beside.body()).contains("persist", "in the body");
    }

    @Test
    void refusesABodyThatIsSomethingElse() {
        HttpResponse<String> answer = http(TestClients.COUNSELLING)
                .post("/Patient/" + patient + "/$file-consent", "{\"resourceType\":\"Patient\"}");
        assertThat(Outcome.codes(answer, 400)).containsExactly("request/wrong-type");
        assertThat(answer.body()).contains("Send Parameters", "keep-back");
    }

    @Test
    void refusesItInABatchToo() {
        HttpResponse<String> answer = http(TestClients.COUNSELLING).post("", """
                {"resourceType":"Bundle","type":"batch","entry":[{"request":{"method":"GET",
                 "url":"Patient/%s/$everything?_typ=Goal"}}]}""".formatted(patient));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("request/unknown-parameter", "_typ").doesNotContain("\"Goal\"");
    }

    @Test
    void takesWhatEveryAnswerCanBeAskedFor() {
        for (String path : List.of("/$everything", "/_history", "/$prescriber-view", "/$substance-profile")) {
            HttpResponse<String> answer =
                    http(TestClients.COUNSELLING).get("/Patient/" + patient + path + "?_format=json&_pretty=true");
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        }
        assertThat(operator("/Patient/" + patient + "/$accounting-of-disclosures?_format=xml&_pretty=true")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void passesOverWhatABulkClientLeavesToTheServer() {
        HttpResponse<String> answer = http().send(http().request("/Patient/$export?_typeFilter=x")
                .header("Prefer", "respond-async, handling=lenient")
                .GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        http().send(http().request(answer.headers()
                        .firstValue("Content-Location")
                        .orElseThrow()
                        .replaceFirst(".*/fhir", ""))
                .DELETE());
    }

    private static void assertNamed(HttpResponse<String> answer, String name, String known) {
        assertThat(Outcome.codes(answer, 400)).containsExactly("request/unknown-parameter");
        OperationOutcomeIssueComponent issue = Outcome.of(answer, 400).getIssueFirstRep();
        assertThat(issue.getDetails().getText()).contains("has no parameter " + name + ".");
        assertThat(issue.getDiagnostics()).contains(known, "_format");
    }

    private static String parameters(String name) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"" + name + "\",\"valueString\":\"x\"}]}";
    }

    private Http counselling() {
        return http(TestClients.COUNSELLING);
    }

    private HttpResponse<String> operator(String path) {
        return http().get(path);
    }

    private String path(String pattern) {
        return pattern.replace("PATIENT", patient).replace("CONSENT", consent).replace("GOAL", goal);
    }
}
