package org.manypaths.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The transaction bundles of the stories, put together from the single resources.
 *
 * <p>{@code <person>/bundles.csv} says which resource is in which bundle; {@code order.txt} says which bundles are loaded
 * and in which order. Each resource is stored under its own id, so that loading a bundle twice changes nothing.
 */
public final class StoryBundles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Only tells the entries of a bundle apart; nobody serves this address. */
    private static final String FULL_URL = "https://manypaths.example/fhir/";

    private final Path stories;

    StoryBundles(Path stories) {
        this.stories = stories;
    }

    /** Writes every bundle as {@code <person>/bundle-<purpose>.json}. Arguments: the stories, the folder to write to. */
    public static void main(String[] args) throws IOException {
        new StoryBundles(Path.of(args[0])).write(Path.of(args[1]));
    }

    void write(Path target) throws IOException {
        for (Path person : people()) {
            Path folder = Files.createDirectories(target.resolve(person.getFileName()));
            for (Map.Entry<String, ObjectNode> bundle : bundlesOf(person).entrySet()) {
                JSON.writerWithDefaultPrettyPrinter()
                        .writeValue(
                                folder.resolve("bundle-" + bundle.getKey() + ".json")
                                        .toFile(),
                                bundle.getValue());
            }
        }
    }

    List<Path> people() throws IOException {
        try (Stream<Path> folders = Files.list(stories)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bundles.csv")))
                    .sorted()
                    .toList();
        }
    }

    /** The bundles of one person, by purpose. */
    Map<String, ObjectNode> bundlesOf(Path person) throws IOException {
        Map<String, ObjectNode> bundles = new LinkedHashMap<>();
        List<String> rows = Files.readAllLines(person.resolve("bundles.csv"));
        for (String row : rows.subList(1, rows.size())) {
            String purpose = row.substring(0, row.indexOf(','));
            String file = row.substring(row.indexOf(',') + 1) + ".json";
            ObjectNode bundle = bundles.computeIfAbsent(purpose, name -> emptyBundle(person, name));
            ((ArrayNode) bundle.get("entry"))
                    .add(entry(JSON.readTree(person.resolve(file).toFile())));
        }
        return bundles;
    }

    private static ObjectNode emptyBundle(Path person, String purpose) {
        ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
        bundle.put("id", person.getFileName() + "-" + purpose).put("type", "transaction");
        bundle.putArray("entry");
        return bundle;
    }

    private static ObjectNode entry(JsonNode resource) {
        String url = resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
        ObjectNode entry = JSON.createObjectNode().put("fullUrl", FULL_URL + url);
        entry.set("resource", resource);
        entry.putObject("request").put("method", "PUT").put("url", url);
        return entry;
    }
}
