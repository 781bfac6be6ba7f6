package org.manypaths.guide.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** The words of a resource that were written for people. */
final class SearchText {

    private static final Set<String> FOR_PEOPLE = Set.of(
            "title",
            "name",
            "id",
            "description",
            "display",
            "definition",
            "short",
            "human",
            "code",
            "text",
            "comment",
            "documentation",
            "given",
            "family");

    private SearchText() {}

    /** All of them in lower case; a snapshot, which repeats the base, is left out. */
    static String of(JsonNode resource) {
        StringBuilder words = new StringBuilder();
        collect(resource, "", words);
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static void collect(JsonNode node, String property, StringBuilder words) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!field.getKey().equals("snapshot")) {
                    collect(field.getValue(), field.getKey(), words);
                }
            });
        } else if (node.isArray()) {
            node.forEach(child -> collect(child, property, words));
        } else if (node.isTextual() && FOR_PEOPLE.contains(property)) {
            words.append(node.asText()).append('\n');
        }
    }
}
