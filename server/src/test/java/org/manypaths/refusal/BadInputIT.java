package org.manypaths.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

/** Each kind of bad input: the right status, one OperationOutcome, nothing stored, the next request unaffected. */
class BadInputIT extends ServerIT {

    private static final String STAGE = Canonical.BASE + "/StructureDefinition/ihrp-stage-of-change";

    private int before;

    @BeforeEach
    void count() {
        before = total();
    }

    @AfterEach
    void nothingIsStoredAndTheNextRequestIsAnswered() {
        assertThat(total()).isEqualTo(before);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("/Patient", "not json", 400, "request/not-json"),
                arguments("/Patient", "{\"resourceType\":\"Patient\",}", 400, "request/not-json"),
                arguments("/Patient", "{\"hello\":\"world\"}", 400, "request/not-fhir"),
                arguments("/Patient", "[]", 400, "request/not-fhir"),
                arguments("/Patient", "", 400, "request/empty-body"),
                arguments("/Patient", "{\"resourceType\":\"Nonsense\"}", 400, "request/not-fhir"),
                arguments("/Patient", "{\"resourceType\":\"Person\"}", 400, "request/wrong-type"),
                arguments("", "{\"resourceType\":\"Person\"}", 400, "request/wrong-type"),
                arguments("/Nonsense", "{\"resourceType\":\"Patient\"}", 404, "request/unknown-type"),
                arguments(
                        "/Patient",
                        "{\"resourceType\":\"Patient\",\"active\":true,\"active\":false}",
                        400,
                        "request/duplicate-key"),
                arguments(
                        "/Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2024-13\","
                                + "\"code\":{\"coding\":[{\"system\":"
                                + "\"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation\","
                                + "\"code\":\"stage-of-change\"}]},\"subject\":{\"display\":\"x\"}}",
                        422,
                        "validation/format"),
                arguments("/Patient", "{\"resourceType\":\"Patient\",\"nmae\":\"x\"}", 400, "request/unknown-element"),
                arguments("/Patient", "{\"resourceType\":\"Patient\",\"goals\":[]}", 400, "request/unknown-element"),
                arguments(
                        "/Patient",
                        "{\"resourceType\":\"Patient\",\"name\":[{\"text\":\"a\\u0000b\"}]}",
                        400,
                        "request/not-fhir"),
                arguments(
                        "/Observation",
                        "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":1e1000000}}",
                        400,
                        "request/not-fhir"),
                arguments(
                        "/Patient", "{\"resourceType\":\"Patient\",\"goals\":[\"x\"]}", 400, "request/unknown-element"),
                arguments("/Patient", "{\"resourceType\":\"Patient\",\"goals\":{}}", 400, "request/not-fhir"),
                arguments(
                        "/Patient",
                        "{\"resourceType\":\"Patient\",\"contact\":[{\"name\":{\"nicks\":[]}}]}",
                        400,
                        "request/unknown-element"),
                arguments(
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                                + "{\"resourceType\":\"Patient\",\"goals\":[]},"
                                + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}]}",
                        400,
                        "request/unknown-element"),
                arguments("/Patient", "{\"resourceType\":\"Patient\",\"active\":\"maybe\"}", 400, "request/not-fhir"),
                arguments(
                        "/Patient",
                        "{\"resourceType\":\"Patient\",\"gender\":\"robot\"}",
                        422,
                        "validation/code-not-in-value-set"),
                arguments(
                        "/Patient",
                        "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"" + Canonical.BASE + "/x\"]}}",
                        422,
                        "validation/unknown-profile"),
                arguments(
                        "/Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                                + "\"subject\":{\"reference\":\"Patient/nobody\"}}",
                        422,
                        "request/dangling-reference"));
    }

    @ParameterizedTest(name = "{1} to {0} is {2} {3}")
    @MethodSource("bodies")
    void refusesABadBody(String path, String body, int status, String code) {
        assertThat(Outcome.codes(http().post(path, body), status)).containsExactly(code);
    }

    @Test
    void namesTheElementOfADanglingReference() {
        HttpResponse<String> response = http().post(
                        "/Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                                + "\"subject\":{\"reference\":\"Patient/nobody\"}}");
        assertThat(Outcome.of(response, 422)
                        .getIssueFirstRep()
                        .getExpression()
                        .get(0)
                        .getValue())
                .isEqualTo("Observation.subject");
    }

    @Test
    void tellsOfAStageWhatItsProfileMisses() {
        HttpResponse<String> response =
                http().post("/Observation", """
                        {"resourceType":"Observation","meta":{"profile":["%s"]},"status":"final",
                         "code":{"coding":[{"system":"%s/CodeSystem/ihrp-observation","code":"stage-of-change"}]},
                         "valueCodeableConcept":{"coding":[{"system":"%s/CodeSystem/ihrp-stage-of-change","code":"no-such"}]}}
                        """.formatted(STAGE, Canonical.BASE, Canonical.BASE));

        assertThat(Outcome.codes(response, 422))
                .contains("validation/slice-required", "validation/code-not-in-value-set", "validation/invariant");
    }

    @Test
    void refusesAnotherIdInTheBodyThanInTheUrl() {
        HttpResponse<String> response =
                http().put("/Patient/one-id", "{\"resourceType\":\"Patient\",\"id\":\"other\"}");
        assertThat(Outcome.codes(response, 400)).containsExactly("request/id-mismatch");
    }

    @Test
    void refusesAContentTypeThatIsNotFhir() {
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("{\"resourceType\":\"Patient\"}")));
        assertThat(Outcome.codes(response, 415)).containsExactly("request/content-type");
    }

    @Test
    void namesTheOneBadEntryOfFiveHundred() {
        String entries = IntStream.range(0, 500)
                .mapToObj(i -> """
                        {"resource":{"resourceType":"Patient"%s},"request":{"method":"POST","url":"Patient"}}
                        """.formatted(i == 321 ? ",\"gender\":\"robot\"" : ""))
                .collect(Collectors.joining(","));
        HttpResponse<String> response =
                http().post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");

        assertThat(Outcome.of(response, 422).getIssue()).singleElement().satisfies(issue -> assertThat(
                        issue.getExpression().get(0).getValue())
                .isEqualTo("Bundle.entry[321].resource.gender"));
    }

    @ParameterizedTest
    @MethodSource("documentTypes")
    void refusesADocumentTypeUnread(String declaration) {
        long start = System.nanoTime();
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(declaration
                        + "<Patient xmlns=\"http://hl7.org/fhir\"><implicitRules value=\"&a;\"/></Patient>")));

        assertThat(Outcome.codes(response, 400)).containsExactly("request/doctype");
        assertThat(response.body()).doesNotContain("root:");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><Patient xmlns=\"http://hl7.org/fhir\"/>",
                "<?xml version=\"1.1\"?><Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&#1;\"/></Patient>"
            })
    void refusesXmlThatIsNotUtf8(String xml) {
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(xml)));
        assertThat(Outcome.codes(response, 400)).containsExactly("request/not-xml");
    }

    @Test
    void refusesANumberInXmlThatNobodyCanWriteOut() {
        HttpResponse<String> response = http().send(http().request("/Observation")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString("<Observation xmlns=\"http://hl7.org/fhir\"><valueQuantity>"
                        + "<value value=\"1e1000000\"/></valueQuantity></Observation>")));
        assertThat(Outcome.codes(response, 400)).containsExactly("request/not-fhir");
    }

    static Stream<String> documentTypes() {
        String laughs = IntStream.range(1, 12)
                .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining());
        return Stream.of(
                "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE p SYSTEM \"http://127.0.0.1:9/x.dtd\" [<!ENTITY a \"b\">]>",
                "<!DOCTYPE p [<!ENTITY l0 \"ha\">" + laughs + "<!ENTITY a \"&l11;\">]>");
    }

    @Test
    void givesEachEntryOfABatchItsOwnRefusal() {
        String body = """
                {"resourceType":"Bundle","type":"batch","entry":[
                  {"resource":{"resourceType":"Patient","gender":"robot"},"request":{"method":"POST","url":"Patient"}},
                  {"request":{"method":"GET","url":"Patient?foo=bar"}}]}
                """;
        String answer = http().post("", body).body();

        assertThat(answer).contains("validation/code-not-in-value-set", "robot");
        assertThat(answer).contains("422 Unprocessable Entity", "request/unknown-parameter", "400 Bad Request");
    }

    private int total() {
        return Stream.of("Patient", "Person", "Observation")
                .map(type -> http().get("/" + type + "?_summary=count").body())
                .mapToInt(body -> Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(Bundle.class, body)
                        .getTotal())
                .sum();
    }
}
