package org.manypaths.guide.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Finds the canonical URLs that one resource names, each with the places where it does so. */
class UseFinder {

    /** A snapshot repeats what the differential says; a constraint names the profile that it stands in. */
    private static final Set<String> REPEATS = Set.of("snapshot", "constraint");

    /** An example uses a profile by declaring it and an extension by carrying it; the rest of it is content. */
    private static final Set<String> OF_EXAMPLES = Set.of("profile", "url", "instantiatesCanonical", "questionnaire");

    private final Entry entry;
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    UseFinder(Entry entry, JsonNode resource) {
        this.entry = entry;
        walk(resource, "", "");
    }

    Map<String, Set<String>> names() {
        return names;
    }

    private void walk(JsonNode node, String property, String element) {
        if (node.isObject()) {
            String at = property.equals("element") ? node.path("id").asText() : element;
            node.properties().forEach(field -> {
                if (!REPEATS.contains(field.getKey())) {
                    walk(field.getValue(), field.getKey(), at);
                }
            });
        } else if (node.isArray()) {
            node.forEach(child -> walk(child, property, element));
        } else if (node.isTextual() && (!entry.isExample() || OF_EXAMPLES.contains(property))) {
            names.computeIfAbsent(Catalogue.withoutVersion(node.asText()), key -> new LinkedHashSet<>())
                    .add(element.isEmpty() ? property : element);
        }
    }
}
