package org.manypaths.handoff;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.testkit.Fhir;

/** What a reader of a document finds in it. */
record DocumentFacts(Bundle bundle) {

    Composition composition() {
        return (Composition) bundle.getEntryFirstRep().getResource();
    }

    SectionComponent section(String code) {
        return composition().getSection().stream()
                .filter(section ->
                        section.getCode().getCodingFirstRep().getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The words of a section, blanks made even. */
    String text(String code) {
        return words(section(code).getText().getDiv()).replaceAll("\\s+", " ").strip();
    }

    List<String> entries(String code) {
        return section(code).getEntry().stream()
                .map(entry -> entry.getReference())
                .toList();
    }

    List<String> keys() {
        return bundle.getEntry().stream()
                .map(entry -> Passage.key(entry.getResource()))
                .toList();
    }

    <R extends Resource> R the(Class<R> type, String id) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(record -> record.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String json() {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(bundle);
    }

    /** References as they stand in the JSON that a receiver gets. */
    List<String> references() {
        return Pattern.compile("\"reference\":\"([^\"]*)\"")
                .matcher(json())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String words(XhtmlNode node) {
        if (node.getContent() != null) {
            return node.getContent();
        }
        return node.getChildNodes().stream().map(DocumentFacts::words).collect(Collectors.joining(" "));
    }
}
