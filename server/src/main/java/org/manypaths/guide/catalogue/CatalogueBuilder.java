package org.manypaths.guide.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads the resources of the guide once, and keeps of each what lists and links need.
 *
 * <p>It reads plain JSON: parsing all profiles with their snapshots into FHIR objects would cost seconds and memory for
 * pages that nobody may ask for.
 */
class CatalogueBuilder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Entry, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Concept>> concepts = new HashMap<>();

    CatalogueBuilder addDefinitions(Collection<String> resources) {
        for (String json : resources) {
            JsonNode node = read(json);
            String type = node.path("resourceType").asText();
            boolean extension = node.path("type").asText().equals("Extension");
            String title = node.path("title").asText(node.path("name").asText());
            nodes.put(
                    new Entry(
                            Section.ofDefinition(type, extension),
                            type,
                            node.path("id").asText(),
                            node.path("url").asText(),
                            titleOf(type, node, title),
                            node.path("description").asText(),
                            json),
                    node);
            if (type.equals("CodeSystem")) {
                addConcepts(node.path("url").asText(), node.path("concept"));
            }
        }
        return this;
    }

    CatalogueBuilder addExamples(Collection<String> resources) {
        for (String json : resources) {
            JsonNode node = read(json);
            String type = node.path("resourceType").asText();
            String id = node.path("id").asText();
            nodes.put(new Entry(Section.EXAMPLE, type, id, "", ExampleTitle.of(node), "", json), node);
        }
        return this;
    }

    Catalogue build() {
        Map<String, Entry> urls = nodes.keySet().stream()
                .filter(entry -> !entry.url().isEmpty())
                .collect(Collectors.toMap(Entry::url, e -> e));
        Map<String, List<Use>> uses = new HashMap<>();
        nodes.forEach((entry, node) -> new UseFinder(entry, node).names().forEach((url, places) -> {
            if (urls.containsKey(url) && !url.equals(entry.url())) {
                uses.computeIfAbsent(url, key -> new ArrayList<>())
                        .addAll(places.stream()
                                .map(place -> new Use(entry, place))
                                .toList());
            }
        }));
        Map<Entry, String> texts = new LinkedHashMap<>();
        nodes.forEach((entry, node) -> texts.put(entry, SearchText.of(node)));
        return new Catalogue(texts, uses, concepts);
    }

    /** A search parameter is known by its code and the types it searches, and has no title of its own in R4. */
    private static String titleOf(String type, JsonNode node, String title) {
        if (!type.equals("SearchParameter")) {
            return title;
        }
        List<String> bases = new ArrayList<>();
        node.path("base").forEach(base -> bases.add(base.asText()));
        return node.path("code").asText() + " (" + String.join(", ", bases) + ")";
    }

    private void addConcepts(String system, JsonNode list) {
        Map<String, Concept> codes = concepts.computeIfAbsent(system, key -> new LinkedHashMap<>());
        for (JsonNode node : list) {
            String code = node.path("code").asText();
            codes.put(
                    code,
                    new Concept(
                            code,
                            node.path("display").asText(),
                            node.path("definition").asText()));
            addConcepts(system, node.path("concept"));
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The guide's package holds what is no JSON", e);
        }
    }
}
