package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

class ReceptionIT extends ServerIT {

    private static final String RECEIVER = "demo-counselling";
    private static final String HANDOFF_TASK = Canonical.BASE + "/StructureDefinition/ihrp-handoff-task";

    @Test
    void makesRecordsOfTheReceiversOwn() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base());
        Parameters answer = received(document);
        String patient = reference(answer, "patient");
        assertThat(receiver().get("/" + patient).body()).contains("Delgado").contains(RECEIVER);
        assertThat(total(receiver(), "/Goal?patient=" + patient)).isGreaterThan(3);
        assertThat(total(receiver(), "/Observation?patient=" + patient + "&_summary=count"))
                .isGreaterThan(10);
        assertThat(receiver().get("/" + reference(answer, "task")).body())
                .contains("\"received\"", "\"Organization/" + RECEIVER + "\"", "ihrp-handoff-task");
        assertThat(receiver().get("/" + reference(answer, "document-reference")).body())
                .contains("\"Binary/");
        assertThat(understood(answer)).contains("added").doesNotContain("not understood");
        assertThat(outcomes(answer)).contains("added").doesNotContain("kept-local", "updated");
    }

    @Test
    void showsNothingOfItToOthers() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base());
        String patient = reference(received(document), "patient");
        HttpResponse<String> asked = http(TestClients.STRANGER).get("/" + patient);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(404);
        assertThat(total(http(TestClients.HOSPITAL), "/Goal?patient=" + patient))
                .isZero();
        assertThat(http(TestClients.STRANGER)
                        .post("/$receive-handoff", document.json())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void makesOneSetHoweverManyBringItAtOnce() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base());
        Http receiver = receiver();
        List<String> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        receiver.post("/$receive-handoff", document.json()).body()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        Parameters first = parameters(answers.get(0));
        assertThat(answers).allSatisfy(answer -> assertThat(parameters(answer).equalsDeep(first))
                .as(answer)
                .isTrue());
        String patient = reference(first, "patient");
        assertThat(total(receiver, "/Goal?patient=" + patient))
                .isEqualTo(occurrences(document.json(), "\"resourceType\":\"Goal\""));
        assertThat(total(receiver, "/Task?patient=" + patient + "&_profile=" + HANDOFF_TASK))
                .isEqualTo(1);
        assertThat(total(receiver, "/DocumentReference?patient=" + patient)).isEqualTo(1);
        assertThat(receiver.get("/" + patient + "/_history").body()).contains("\"total\":1");
    }

    @Test
    void letsALaterVersionSupersedeWhatNobodyChangedHere() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base());
        Parameters first = received(document);
        String goal = target(first, "Goal");
        String other = targets(first, "Goal").get(1);
        edit(other, "active", "on-hold");

        Parameters second =
                received(document.changed("\"lifecycleStatus\":\"active\"", "\"lifecycleStatus\":\"completed\"")
                        .version(13));
        assertThat(receiver().get("/" + goal).body()).contains("\"completed\"");
        assertThat(receiver().get("/" + other).body()).contains("\"on-hold\"");
        assertThat(outcomes(second)).contains("updated", "same", "kept-local").doesNotContain("added");
        assertThat(understood(second)).contains("was changed here since it arrived");
        assertThat(differences(second)).contains("Goal.lifecycleStatus");
        assertThat(reference(second, "task")).isEqualTo(reference(first, "task"));
        assertThat(receiver().get("/" + reference(second, "task")).body())
                .contains(reference(first, "document-reference"), reference(second, "document-reference"));
        assertThat(receiver().get("/" + reference(second, "document-reference")).body())
                .contains("\"replaces\"", reference(first, "document-reference"), "\"status\":\"current\"");
        assertThat(receiver().get("/" + reference(first, "document-reference")).body())
                .contains("\"status\":\"superseded\"");

        Parameters late =
                received(document.changed("\"lifecycleStatus\":\"active\"", "\"lifecycleStatus\":\"cancelled\"")
                        .version(11));
        assertThat(outcomes(late)).contains("kept-newer").doesNotContain("updated");
        assertThat(receiver().get("/" + reference(late, "document-reference")).body())
                .as("what is older than what is here takes nothing's place")
                .contains("\"status\":\"superseded\"")
                .doesNotContain(reference(second, "document-reference"));
        assertThat(reference(late, "task")).isEqualTo(reference(first, "task"));
        assertThat(receiver().get("/" + reference(second, "document-reference")).body())
                .contains("\"status\":\"current\"");
        assertThat(receiver().get("/" + goal).body()).contains("\"completed\"");
    }

    @Test
    void takesThePersonWhomItKnowsByIdentifierAndMergesNobodyElse() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base())
                .identified("http://example.org/person", String.valueOf(System.identityHashCode(this)));
        HttpResponse<String> stored = receiver().post("/Patient", """
                {"resourceType":"Patient","identifier":[{"system":"http://example.org/person","value":"%d"}],
                 "name":[{"family":"Other","given":["R."]}],"birthDate":"1980"}""".formatted(System.identityHashCode(this)));
        String known = "Patient/"
                + stored.headers().firstValue("Location").orElseThrow().replaceAll(".*/Patient/([^/]+).*", "$1");
        Parameters answer = received(document);
        assertThat(reference(answer, "patient")).isEqualTo(known);
        assertThat(understood(answer)).contains("The person's name is");
        assertThat(receiver().get("/" + known).body()).contains("Other").doesNotContain("Delgado");
        assertThat(total(receiver(), "/Goal?patient=" + known)).isGreaterThan(3);

        Parameters stranger = received(SentDocument.to(RECEIVER, http(), base()));
        assertThat(understood(stranger)).contains("Nobody was merged");
    }

    @Test
    void takesAPlainDocumentAsFarAsItGoes() {
        String number = UUID.randomUUID().toString();
        Parameters answer = parameters(accepted(PlainDocument.TEXT.replace("NUMBER", number)));
        String patient = reference(answer, "patient");
        assertThat(understood(answer)).contains("Of 4 records: 3 added, 1 not understood", "could not be stored here");
        assertThat(receiver().get("/Condition?patient=" + patient).body()).contains("Low back pain");
        assertThat(receiver().get("/" + patient).body()).doesNotContain("SUD").contains(RECEIVER);
        assertThat(total(receiver(), "/AllergyIntolerance?patient=" + patient)).isZero();
        assertThat(parameters(accepted(PlainDocument.TEXT.replace("NUMBER", number)))
                        .equalsDeep(answer))
                .isTrue();
    }

    /** A document is no door for what an operator alone may store. */
    @Test
    void leavesInTheDocumentWhatWouldChangeTheServer() {
        String number = UUID.randomUUID().toString();
        String acting = """
                ,{"fullUrl":"http://src.example/SearchParameter/a","resource":{"resourceType":"SearchParameter",
                  "url":"http://src.example/SearchParameter/NUMBER","name":"a","status":"active","description":"x",
                  "code":"a","base":["Patient"],"type":"string","expression":"Patient.name.family"}},
                 {"fullUrl":"http://src.example/Subscription/a","resource":{"resourceType":"Subscription",
                  "status":"requested","reason":"NUMBER","criteria":"Task?status=requested","channel":{
                  "type":"rest-hook","endpoint":"http://src.example/hook"}}},
                 {"fullUrl":"http://src.example/AuditEvent/a","resource":{"resourceType":"AuditEvent",
                  "type":{"code":"rest"},"recorded":"2026-01-01T00:00:00Z","agent":[{"requestor":true}],
                  "source":{"observer":{"display":"x"}}}}]}""";
        Parameters answer = parameters(accepted(PlainDocument.TEXT
                .replaceFirst("\\]\\}$", Matcher.quoteReplacement(acting))
                .replace("c3151bd", number.substring(0, 7))
                .replace("NUMBER", number)));
        assertThat(understood(answer)).contains("Of 4 records: 3 added, 1 not understood");
        assertThat(total(http(), "/SearchParameter?url=http://src.example/SearchParameter/" + number))
                .isZero();
        assertThat(http().get("/Subscription?_count=200").body()).doesNotContain(number);
    }

    private String accepted(String document) {
        HttpResponse<String> answer = receiver().post("/$receive-handoff", document);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> differences(Parameters answer) {
        return answer.getParameter().stream()
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals("difference"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }

    private void edit(String place, String from, String to) {
        String body = receiver().get("/" + place).body();
        assertThat(receiver()
                        .put(
                                "/" + place,
                                body.replace(
                                        "\"lifecycleStatus\":\"" + from + "\"", "\"lifecycleStatus\":\"" + to + "\""))
                        .statusCode())
                .isEqualTo(200);
    }

    private Http receiver() {
        return http(TestClients.COUNSELLING);
    }

    private Parameters received(SentDocument document) {
        HttpResponse<String> answer = receiver().post("/$receive-handoff", document.json());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parameters(answer.body());
    }

    private static Parameters parameters(String body) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, body);
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static String understood(Parameters answer) {
        return ((OperationOutcome) answer.getParameter("understood").getResource())
                .getIssue().stream()
                        .map(issue -> issue.getDiagnostics())
                        .toList()
                        .toString();
    }

    private static List<String> outcomes(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("record"))
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals("outcome"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }

    private static String target(Parameters answer, String type) {
        return targets(answer, type).get(0);
    }

    private static List<String> targets(Parameters answer, String type) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("record"))
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals("target"))
                .map(part -> ((Reference) part.getValue()).getReference())
                .filter(reference -> reference.startsWith(type + "/"))
                .toList();
    }

    private static int total(Http http, String search) {
        String body = http.get(search + (search.contains("_summary") ? "" : "&_count=200"))
                .body();
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, body).getTotal();
    }

    private static int occurrences(String text, String word) {
        return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
    }
}
