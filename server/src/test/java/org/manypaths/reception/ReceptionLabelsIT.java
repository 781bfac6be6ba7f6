package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.TestClients;

/** By what a copy is guarded: what comes later raises it, and nothing lowers it; and which words of it count. */
class ReceptionLabelsIT extends ReceivingIT {

    private static final String BACK = "urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1";

    private final String person = UUID.randomUUID().toString();

    @Test
    void raisesACopyByTheLabelOfANewerVersionAndNeverLowersIt() {
        String first = document(1, "", "Low back pain");
        String place = target(received(first));
        assertThat(receiver().get("/" + place).body()).doesNotContain("\"PSY\"");
        Parameters labelled = received(document(2, labels("MH"), "Low back pain"));
        assertThat(outcome(labelled)).isEqualTo("updated");
        assertThat(values(labelled, "difference")).containsExactly("Condition.meta.security");
        assertThat(receiver().get("/" + place).body())
                .as("what the label says, in the mark by which it is decided who reads it")
                .contains("\"MH\"", "\"PSY\"");
        assertThat(outcome(received(document(3, "", "Low back pain")))).isEqualTo("same");
        assertThat(outcome(received(document(4, "", "Back pain")))).isEqualTo("updated");
        assertThat(outcome(received(document(5, "", "Gone")))).isEqualTo("updated");
        assertThat(receiver().get("/" + place).body()).contains("\"MH\"", "\"PSY\"", "Gone");
    }

    /** What the receiver has changed stays as it is, and is guarded all the same. */
    @Test
    void raisesWhatTheReceiverHasChangedToo() {
        String place = target(received(document(1, "", "Low back pain")));
        String body = receiver().get("/" + place).body();
        assertThat(receiver()
                        .put("/" + place, body.replace("Low back pain", "Sciatica"))
                        .statusCode())
                .isEqualTo(200);
        Parameters labelled = received(document(2, labels("HIV"), "Back pain"));
        assertThat(outcome(labelled)).isEqualTo("kept-local");
        assertThat(receiver().get("/" + place).body()).contains("Sciatica", "\"HIV\"");
    }

    @Test
    void followsWordsThatTellMoreThanTheRest() {
        Parameters first = received(document(1, words("Dose 10&nbsp;mg &amp; rest"), "Low back pain"));
        assertThat(outcome(received(document(2, words("Dose 10&nbsp;mg &amp; rest"), "Low back pain"))))
                .isEqualTo("same");
        Parameters newer = received(document(3, words("Dose 40 mg"), "Low back pain"));
        assertThat(outcome(newer)).isEqualTo("updated");
        assertThat(values(newer, "difference")).containsExactly("Condition.text");
        assertThat(receiver().get("/" + target(first)).body()).contains("Dose 40 mg");
    }

    /** A document of a programme is one as a whole (42 CFR 2.12(d)(2), 2.32), whatever its entries say of themselves. */
    @Test
    void keepsAllOfADocumentFromAProgrammeAsFromOne() {
        AccessFixtures.organizations(http());
        String bundle = document(1, "", "Low back pain")
                .replaceFirst("\"type\":\"document\"", labels("42CFRPart2") + "\"type\":\"document\"");
        HttpResponse<String> refused = http(TestClients.HOSPITAL).post("/$receive-handoff", bundle);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        HttpResponse<String> answer = http(TestClients.HOSPITAL).post("/$receive-handoff", addressed(bundle));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Parameters told = Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body());
        assertThat(values(told, "target"))
                .filteredOn(place -> !place.startsWith("Organization/"))
                .hasSize(3)
                .allSatisfy(place -> assertThat(
                                http(TestClients.HOSPITAL).get("/" + place).body())
                        .as(place)
                        .contains("\"42CFRPart2\""));
    }

    /** To the hospital, resting on a consent that is told of in words. */
    private String addressed(String document) {
        String told = """
                "extension":[{"url":"%1$sihrp-consent-scope","extension":[{"url":"scope","valueString":"All."}]},
                 {"url":"%1$sihrp-redisclosure-notice","valueString":"42 CFR part 2."}],
                """.formatted(Canonical.BASE + "/StructureDefinition/");
        String hospital = ",{\"fullUrl\":\"" + base() + "/Organization/demo-hospital\",\"resource\":"
                + "{\"resourceType\":\"Organization\",\"id\":\"demo-hospital\",\"name\":\"Hospital\"}}]}";
        return document.replaceFirst(
                        "\"resourceType\":\"Composition\",", "\"resourceType\":\"Composition\"," + told.strip())
                .replaceFirst("]}$", hospital);
    }

    private static String labels(String code) {
        return "\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\""
                + code + "\"}]},";
    }

    private static String words(String words) {
        return "\"text\":{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">" + words
                + "</div>\"},";
    }

    /** From a sender who is known by an identifier. */
    private String document(int version, String first, String pain) {
        return PlainDocument.TEXT
                .replace("urn:uuid:NUMBER\"},\n", "urn:uuid:" + UUID.randomUUID() + "\"},\n")
                .replace("NUMBER", person)
                .replace(
                        "\"author\":[{",
                        "\"author\":[{\"identifier\":{\"system\":\"http://example.org/sender\",\"value\":\"one\"},")
                .replace("2026-02-01T10:00:00Z", "2026-02-0" + version + "T10:00:00Z")
                .replace("{\"resourceType\":\"Condition\",", "{\"resourceType\":\"Condition\"," + first)
                .replace("Low back pain", pain)
                .strip();
    }

    private static String outcome(Parameters answer) {
        return part(answer, "outcome").getValue().primitiveValue();
    }

    private static String target(Parameters answer) {
        return ((Reference) part(answer, "target").getValue()).getReference();
    }

    private static ParametersParameterComponent part(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(record -> record.getName().equals("record"))
                .filter(record ->
                        BACK.equals(record.getPartFirstRep().getValue().primitiveValue()))
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Parameters answer, String name) {
        return answer.getParameter().stream()
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .toList();
    }
}
