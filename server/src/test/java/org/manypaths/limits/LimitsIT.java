package org.manypaths.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

class LimitsIT extends ServerIT {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void looksAtConditionsAsAtSearches() {
        String huge = "Observation?value-quantity=1e999999999";
        String observation = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}";
        HttpResponse<String> alone = http().send(http().request("/Observation")
                .header("Content-Type", "application/fhir+json")
                .header("If-None-Exist", huge)
                .POST(BodyPublishers.ofString(observation)));
        assertThat(Outcome.codes(alone, 400)).containsExactly("request/parameter-limit");
        HttpResponse<String> inside = http().post("", """
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":%s,
                 "request":{"method":"PUT","url":"%s"}}]}""".formatted(observation, huge));
        assertThat(Outcome.codes(inside, 400)).containsExactly("request/parameter-limit");
    }

    static Stream<Arguments> searches() {
        String ids = IntStream.rangeClosed(0, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String iterations = "&_include:iterate=CarePlan:goal".repeat(4);
        return Stream.of(
                arguments("/Patient?_count=501", "request/parameter-limit"),
                arguments("/Patient?_count=%2B1000", "request/parameter-limit"),
                arguments("/Patient?_count=%D9%A1%D9%A0%D9%A0%D9%A0", "request/parameter-limit"),
                arguments("/Observation?value-quantity=1e999999999", "request/parameter-limit"),
                arguments("/Observation?subject.organization.partof.name=x", "request/parameter-limit"),
                arguments("/Patient?_has:Observation:patient:_has:AuditEvent:entity:type=x", "request/parameter-limit"),
                arguments("/Patient?_id=" + ids, "request/parameter-limit"),
                arguments("/CarePlan?status=active" + iterations, "request/parameter-limit"),
                arguments("/CarePlan?_include:iterate=*", "request/parameter-limit"),
                arguments("/ValueSet/$expand?url=x&count=1001", "request/parameter-limit"),
                arguments("/Patient?_filter=name%20eq%20x", "request/unknown-parameter"),
                arguments("/Patient?foo=bar", "request/unknown-parameter"),
                arguments("/Patient?_foo=bar", "request/unknown-parameter"),
                arguments("/Patient?_sort=foo", "request/unknown-parameter"),
                arguments("/Patient?name:foo=x", "request/invalid-parameter"),
                arguments("/Patient?_include=Patient:foo", "request/invalid-parameter"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void refusesASearchThatAsksTooMuch(String path, String code) {
        assertThat(Outcome.codes(http().get(path), 400)).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient?_count=500",
                "/Observation?subject.organization.name=x",
                "/Patient?_has:Observation:patient:status=final",
                "/CarePlan?_include:iterate=CarePlan:goal",
                "/Patient?name:exact=x&_sort=-_lastUpdated&_total=accurate&_elements=name",
                "/Observation?subject:Patient=x"
            })
    void answersASearchWithinTheLimits(String path) {
        assertThat(http().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheParametersThatThereAre() {
        assertThat(Outcome.of(http().get("/Observation?foo=bar"), 400)
                        .getIssueFirstRep()
                        .getDiagnostics())
                .contains("category", "code", "date", "patient", "substance");
    }

    @Test
    void toleratesAnUnknownParameterForTheLenient() {
        HttpResponse<String> response = http().send(http().request("/Patient?foo=bar")
                .header("Prefer", "handling=lenient")
                .GET());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void tellsThatAPageLeavesOutWhatWouldComeAlong() {
        Bundle many = new Bundle().setType(BundleType.TRANSACTION);
        many.addEntry()
                .setFullUrl("urn:uuid:0d4b6a3c-7a55-4a0e-9a58-5e6d2f1c0001")
                .setResource(new Patient())
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
        for (int i = 0; i <= 1000; i++) {
            Basic basic = new Basic().setSubject(new Reference("urn:uuid:0d4b6a3c-7a55-4a0e-9a58-5e6d2f1c0001"));
            basic.setCode(new CodeableConcept().setText("a note"));
            many.addEntry()
                    .setResource(basic)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Basic");
        }
        HttpResponse<String> answer =
                http().post("", Fhir.CONTEXT.newJsonParser().encodeResourceToString(many));
        Bundle stored = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, answer.body());
        String person = new IdType(stored.getEntryFirstRep().getResponse().getLocation()).getIdPart();
        Bundle page = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        http().get("/Patient?_id=" + person + "&_revinclude=Basic:patient")
                                .body());
        assertThat(page.getEntry()).hasSize(1 + 1000 + 1);
        OperationOutcome told = (OperationOutcome) page.getEntry().get(1001).getResource();
        assertThat(told.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("request/includes-left-out");
    }

    @Test
    void refusesAnExpansionOfTooManyCodes() {
        ValueSet open =
                new ValueSet().setUrl("https://partner.example/ValueSet/many").setStatus(PublicationStatus.ACTIVE);
        ConceptSetComponent include = open.getCompose().addInclude().setSystem("https://partner.example/codes");
        IntStream.rangeClosed(0, 1000).forEach(i -> include.addConcept().setCode("c" + i));
        Parameters in = new Parameters();
        in.addParameter().setName("valueSet").setResource(open);
        HttpResponse<String> answer =
                http().post("/ValueSet/$expand", Fhir.CONTEXT.newJsonParser().encodeResourceToString(in));
        assertThat(Outcome.codes(answer, 422)).containsExactly("request/too-costly");
    }

    @Test
    void refusesAUrlThatIsTooLong() {
        HttpResponse<String> response = http().get("/Patient?name=" + "x".repeat(8 * 1024));
        assertThat(Outcome.codes(response, 414)).containsExactly("request/url-too-long");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        byte[] body = new byte[25 * MEGABYTE + 1];
        assertThat(Outcome.codes(post(BodyPublishers.ofByteArray(body)), 413)).containsExactly("request/too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        byte[] body = "{\"resourceType\":\"Patient\",\"x\":\""
                .concat("x".repeat(25 * MEGABYTE))
                .getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        assertThat(Outcome.codes(post(chunked), 413)).containsExactly("request/too-large");
    }

    @Test
    void refusesAPackedBodyThatUnpacksTooLarge() {
        byte[] bomb = gzip(new byte[100 * MEGABYTE + 1]);
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));
        assertThat(bomb.length).isLessThan(MEGABYTE);
        assertThat(Outcome.codes(response, 413)).containsExactly("request/too-large");
    }

    @Test
    void readsAPackedBody() {
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(
                        gzip("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8)))));
        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        String body = "{\"resourceType\":\"Patient\",\"x\":" + "[".repeat(64) + "]".repeat(64) + "}";
        assertThat(Outcome.codes(http().post("/Patient", body), 400)).containsExactly("request/too-deep");
    }

    @Test
    void refusesXmlThatIsTooDeep() {
        String body = "<Patient xmlns=\"http://hl7.org/fhir\">" + "<x>".repeat(64) + "</x>".repeat(64) + "</Patient>";
        HttpResponse<String> response = http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(body)));
        assertThat(Outcome.codes(response, 400)).containsExactly("request/too-deep");
    }

    @Test
    void refusesAStringThatIsTooLong() {
        String body = "{\"resourceType\":\"Patient\",\"language\":\"" + "x".repeat(10 * MEGABYTE + 1) + "\"}";
        assertThat(Outcome.codes(http().post("/Patient", body), 413)).containsExactly("request/too-large");
    }

    @Test
    void refusesABundleOfTooManyEntries() {
        String entries = "{},".repeat(10_000) + "{}";
        String body = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
        assertThat(Outcome.codes(http().post("", body), 413)).containsExactly("request/too-many-entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "text/turtle", "ttl"})
    void offersNoOtherFormats(String format) {
        assertThat(Outcome.codes(http().get("/Patient?_format=" + format), 406)).containsExactly("request/format");
    }

    private HttpResponse<String> post(BodyPublisher body) {
        return http().send(http().request("/Patient")
                .header("Content-Type", "application/fhir+json")
                .POST(body));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
