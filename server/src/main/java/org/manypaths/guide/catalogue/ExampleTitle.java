package org.manypaths.guide.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a resource of an example is called in a list: its type, and what in it a person would recognise it by. */
final class ExampleTitle {

    /** The elements that tell one resource from another, the most telling first. */
    private static final List<String> TELLING =
            List.of("title", "name", "description", "code", "medicationCodeableConcept", "type", "class", "category");

    private ExampleTitle() {}

    static String of(JsonNode resource) {
        String words = TELLING.stream()
                .map(element -> words(resource.path(element)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(resource.path("id").asText());
        return Stream.of(inWords(resource.path("resourceType").asText()), words, value(resource))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static String value(JsonNode resource) {
        return Stream.concat(
                        StreamSupport.stream(resource.path("component").spliterator(), false)
                                .filter(part -> words(part.path("code")).equals("substance")
                                        || part.path("code").toString().contains("\"substance\""))
                                .map(part -> words(part.path("valueCodeableConcept"))),
                        Stream.of(words(resource.path("valueCodeableConcept"))))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The text of a string, a name, or a coded concept; empty when there is none. */
    private static String words(JsonNode node) {
        JsonNode first = node.isArray() ? node.path(0) : node;
        if (first.isTextual()) {
            return first.asText();
        }
        return Stream.of(
                        first.path("text").asText(),
                        (first.path("given").path(0).asText() + " "
                                        + first.path("family").asText())
                                .strip(),
                        first.path("coding").path(0).path("display").asText(),
                        first.path("coding").path(0).path("code").asText(),
                        first.path("display").asText())
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String inWords(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
