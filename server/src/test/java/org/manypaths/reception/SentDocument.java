package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import org.hl7.fhir.r4.model.Bundle;
import org.manypaths.access.References;
import org.manypaths.handoff.StoredStory;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;

/** A handoff document as another server would send it: Rosa's, from a base of its own. */
record SentDocument(String json) {

    static final String ELSEWHERE = "http://127.0.0.1:9/other";

    /** Of a person who is new each time, on the way to an organization of this server. */
    static SentDocument to(String recipient, Http operator, URI base) {
        HttpResponse<String> known = operator.put("/Organization/" + recipient, """
                {"resourceType":"Organization","id":"%s","name":"%s","active":true}""".formatted(recipient, recipient));
        assertThat(known.statusCode()).as(known.body()).isIn(200, 201);
        StoredStory story = StoredStory.tellOnTheWayTo(recipient, operator);
        HttpResponse<String> made = operator.get(story.handoff(
                "recipient=Organization/" + recipient + "&purpose=TREAT&as-of=2026-01-12T09:45:00-05:00"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return new SentDocument(made.body())
                .changed(base.toString(), ELSEWHERE)
                .identified("http://example.org/person", story.number());
    }

    /** With other words in it, and signed off with them. */
    SentDocument changed(String words, String others) {
        return new SentDocument(json.replace(words, others)).signed();
    }

    /** With one more entry at its end. */
    SentDocument with(String type, String resource) {
        String entry = ",{\"fullUrl\":\"" + ELSEWHERE + "/" + type + "/other\",\"resource\":" + resource + "}]}";
        return new SentDocument(json.strip().replaceFirst("]}$", Matcher.quoteReplacement(entry))).signed();
    }

    /** Without any record of a type, and without what refers to it. */
    SentDocument without(String type) {
        Bundle document = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json);
        document.getEntry().removeIf(entry -> entry.getResource().fhirType().equals(type));
        document.getEntry()
                .forEach(entry -> References.visit(entry.getResource(), reference -> {
                    if (String.valueOf(reference.getReference()).contains(type + "/")) {
                        reference.setReference(null).setDisplay("left out").setResource(null);
                    }
                }));
        return new SentDocument(Fhir.CONTEXT.newJsonParser().encodeResourceToString(document)).signed();
    }

    /** Where the person has another business identifier. */
    SentDocument identified(String system, String value) {
        String identifiers =
                json.replaceFirst("(?s).*\"resourceType\":\"Patient\".*?\"identifier\":(\\[.*?\\]).*", "$1");
        return changed(identifiers, "[{\"system\":\"" + system + "\",\"value\":\"" + value + "\"}]");
    }

    /** As another version: another identifier, another day of January. */
    SentDocument version(int day) {
        String identifier = json.replaceFirst("(?s).*?\"identifier\":\\{[^}]*\"value\":\"([^\"]*)\".*", "$1");
        return new SentDocument(json.replaceFirst(
                                identifier,
                                "urn:uuid:"
                                        + UUID.nameUUIDFromBytes(
                                                json.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .replaceFirst("\"timestamp\":\"2026-01-12", "\"timestamp\":\"2026-01-" + day))
                .signed();
    }

    /** As another handoff, of which no other version has been anywhere. */
    SentDocument anotherHandoff() {
        return changed(handoff(), "urn:uuid:" + UUID.randomUUID());
    }

    /** The name that all its versions share. */
    String handoff() {
        return json.replaceFirst(
                "(?s).*\"resourceType\":\"Composition\".*?\"identifier\":\\{[^}]*\"value\":\"([^\"]*)\".*", "$1");
    }

    /** Not signed off anew. */
    SentDocument tampered(String words, String others) {
        assertThat(json).contains(words);
        return new SentDocument(json.replace(words, others));
    }

    private SentDocument signed() {
        String stated = DocumentDigest.stated(json).orElseThrow();
        return new SentDocument(json.replace(stated, DocumentDigest.of(json)));
    }
}
