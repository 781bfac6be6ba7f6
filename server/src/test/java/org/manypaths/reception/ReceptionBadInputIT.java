package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** What arrives and is not as it should be: a clear answer, and nothing stored. */
class ReceptionBadInputIT extends ServerIT {

    private static final String RECEIVER = "demo-counselling";

    private SentDocument document;
    private int before;

    @BeforeEach
    void send() {
        document = SentDocument.to(RECEIVER, http(), base());
        before = stored();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoDocument() {
        refused(
                document.json().replaceFirst("\"type\":\"document\"", "\"type\":\"collection\""),
                422,
                "not-a-document");
        refused("{\"resourceType\":\"Patient\",\"active\":true}", 400, "body");
        refused("{\"resourceType\":\"Bundle\",\"type\":\"document\"}", 422, "not-a-document");
        refused("{\"resourceType\":\"Bundle\",\"kind\":\"document\"}", 400, "body");
        refused("", 400, "body");
        String one = "{\"name\":\"document\",\"resource\":" + document.json() + "}";
        String two = "{\"resourceType\":\"Parameters\",\"parameter\":[" + one + "," + one + "]}";
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", two), 400))
                .containsExactly("request/invalid-parameter");
        refused(
                document.changed("\"timestamp\":\"2026-01-12", "\"timestamp\":\"2199-01-12")
                        .json(),
                422,
                "not-a-document");
    }

    @Test
    void refusesAnIdentifierThatNoCopyCouldNameAsItsSource() {
        Bundle read = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, document.json());
        String bad = document.changed(read.getIdentifier().getValue(), "no such text")
                .json();
        OperationOutcome outcome = Outcome.of(receiver().post("/$receive-handoff", bad), 422);
        assertThat(outcome.getIssue()).hasSize(1).allSatisfy(issue -> assertThat(issue.getExpression())
                .extracting(path -> path.getValue())
                .containsExactly("Bundle.identifier.value"));
    }

    @Test
    void refusesWhatIsJsonAndNoResource() {
        OperationOutcome outcome = Outcome.of(receiver().post("/$receive-handoff", "[]"), 400);
        assertThat(outcome.getIssueFirstRep().getDiagnostics())
                .isEqualTo("The body is JSON, and no resource. Send one object with its resourceType; several go in a "
                        + "Bundle.");
    }

    @Test
    void refusesReferencesThatLeadNowhere() {
        String dangling = document.changed(
                        "\"reference\":\"Practitioner/sofia-reyes\"", "\"reference\":\"Practitioner/nobody\"")
                .json();
        refused(dangling, 422, "dangling");
    }

    @Test
    void refusesWhatWasChangedOnTheWay() {
        refused(document.tampered("Delgado", "Delgada").json(), 422, "digest");
    }

    @Test
    void refusesItAlsoWhereItNoLongerSaysThatItIsOneOfOurs() {
        refused(
                document.tampered("Delgado", "Delgada")
                        .tampered("StructureDefinition/ihrp-handoff-bundle", "StructureDefinition/another")
                        .json(),
                422,
                "digest");
    }

    @Test
    void refusesWhatRestsOnNoConsentThatItTellsOf() {
        SentDocument silent = document.without("Consent");
        refused(silent.changed("/ihrp-redisclosure-notice\"", "/another\"").json(), 403, "consent");
        refused(silent.changed("/ihrp-consent-scope\"", "/another\"").json(), 403, "consent");
    }

    @Test
    void refusesAnotherPageThatItsNarrativeWouldFetch() {
        String fetching = document.changed(
                        "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">",
                        "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><img src=\\\"http://127.0.0.1:9/x.png\\\" alt=\\\"\\\"/>")
                .json();
        assertThat(receiver().post("/$receive-handoff", fetching).body())
                .contains("validation/unsafe-narrative", "Bundle.entry[0].resource.section");
    }

    /** The document is kept whole, so a record that tells what the copy tells is looked at as well. */
    @Test
    void refusesAScriptInARecordThatIsHeldAlready() {
        assertThat(receiver().post("/$receive-handoff", document.json()).statusCode())
                .isEqualTo(200);
        before = stored();
        String page = "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">";
        SentDocument running = new SentDocument(document.json()
                .replaceFirst(
                        "(?s)(\"resourceType\":\"Goal\".*?" + Pattern.quote(page) + ")", "$1<script>x()</script>"));
        assertThat(running.json()).isNotEqualTo(document.json());
        HttpResponse<String> answer =
                receiver().post("/$receive-handoff", running.version(13).json());
        assertThat(Outcome.codes(answer, 422)).containsExactly("validation/unsafe-narrative");
        assertThat(answer.body()).containsPattern("Bundle\\.entry\\[\\d+\\]\\.resource\\.text\\.div");
    }

    @Test
    void refusesWhatTheReceiverIsSaidToTellItself() {
        String custodian = document.json().replaceFirst("(?s).*?(\"custodian\":\\{\"reference\":\"[^\"]*\").*", "$1");
        refused(
                document.changed(custodian, "\"custodian\":{\"reference\":\"Organization/demo-counselling\"")
                        .json(),
                403,
                "consent");
    }

    @Test
    void refusesWhereOnlyTheIdIsTheSame() {
        refused(
                document.changed("\"value\":\"riverside\"", "\"value\":\"elsewhere\"")
                        .json(),
                403,
                "not-addressed");
    }

    @Test
    void refusesAnotherPersonInside() {
        refused(
                document.with("Patient", "{\"resourceType\":\"Patient\",\"id\":\"other\",\"active\":true}")
                        .json(),
                422,
                "other-person");
        refused(document.with("Flag", """
                                {"resourceType":"Flag","id":"other","status":"active","code":{"text":"x"},
                                 "subject":{"reference":"Patient/somebody-else"}}""").json(), 422, "other-person");
    }

    @Test
    void refusesAProfileOfOursThatNobodyKnows() {
        String unknown = document.changed(
                        "StructureDefinition/ihrp-harm-reduction-goal", "StructureDefinition/ihrp-no-such")
                .json();
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", unknown), 422))
                .contains("validation/unknown-profile");
    }

    @Test
    void refusesWhatNoConsentLetsGo() {
        refused(
                document.changed("\"status\":\"active\",\"scope\"", "\"status\":\"inactive\",\"scope\"")
                        .json(),
                403,
                "consent");
        refused(document.changed("2099-01-09", "2026-01-10").json(), 403, "consent");
    }

    /** Only the storage says whose a record is: that it is the receiver's own would let it in without any consent. */
    @Test
    void believesNoMarksThatADocumentBrings() {
        String marked =
                "\"meta\":{\"extension\":[{\"url\":\"https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-access\","
                        + "\"valueCoding\":{\"system\":\"stamp\",\"code\":\"demo-counselling/v/1\"}}],";
        assertThat(document.json()).contains("\"meta\":{");
        refused(
                document.changed("\"status\":\"active\",\"scope\"", "\"status\":\"inactive\",\"scope\"")
                        .changed("\"meta\":{", marked)
                        .json(),
                403,
                "consent");
    }

    @Test
    void refusesWhatIsWithdrawn() {
        refused(
                document.changed("\"status\":\"final\",\"type\"", "\"status\":\"entered-in-error\",\"type\"")
                        .json(),
                422,
                "not-a-document");
    }

    @Test
    void saysWhereSomebodyElseSignedThanWasConsented() {
        String custodian =
                document.json().replaceFirst("(?s).*(\"code\":\"CST\"[^\\]]*]},\"reference\":\\{[^,]*).*", "$1");
        String others = document.changed(custodian, custodian.replace("harbour-house", "demo-counselling"))
                .json();
        HttpResponse<String> answer = receiver().post("/$receive-handoff", others);
        assertThat(Outcome.codes(answer, 403)).containsExactly("reception/consent");
        assertThat(answer.body())
                .contains("let demo-counselling tell, and the custodian of the document is harbour-house");
    }

    @Test
    void refusesWhatIsAddressedToSomebodyElse() {
        http().put("/Organization/demo-hospital", """
                {"resourceType":"Organization","id":"demo-hospital","name":"Hospital","active":true}""");
        assertThat(Outcome.codes(http(TestClients.HOSPITAL).post("/$receive-handoff", document.json()), 403))
                .containsOnly("reception/not-addressed");
    }

    @Test
    void refusesTenThousandAndOneEntries() {
        String entries = IntStream.range(0, 10_001)
                .mapToObj(i -> "{\"resource\":{\"resourceType\":\"Basic\",\"id\":\"b" + i + "\"}}")
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = receiver()
                .post(
                        "/$receive-handoff",
                        "{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":[" + entries + "]}");
        assertThat(Outcome.codes(answer, 413)).containsExactly("request/too-many-entries");
    }

    @Test
    void refusesAnotherContentUnderTheSameIdentifier() {
        assertThat(receiver().post("/$receive-handoff", document.json()).statusCode())
                .isEqualTo(200);
        before = stored();
        refused(document.changed("Delgado", "Delgada").json(), 409, "changed");
    }

    @Test
    void isNotThereForThePersonAndWithoutAToken() {
        assertThat(http(TestClients.PERSON)
                        .post("/$receive-handoff", document.json())
                        .statusCode())
                .isEqualTo(404);
        assertThat(withoutToken().post("/$receive-handoff", document.json()).statusCode())
                .isEqualTo(401);
    }

    private void refused(String body, int status, String kind) {
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", body), status))
                .isNotEmpty()
                .containsOnly("reception/" + kind);
    }

    private Http receiver() {
        return http(TestClients.COUNSELLING);
    }

    private int stored() {
        return total("/Patient") + total("/Goal") + total("/DocumentReference") + total("/Task");
    }

    private int total(String type) {
        String body = http().get(type + "?_summary=count").body();
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, body).getTotal();
    }
}
