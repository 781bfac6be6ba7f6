package org.manypaths.cli.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;

/** Rosa's story out of the examples, in the parts that the journey needs. */
final class Story {

    private static final String ORIGIN = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-origin";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The signed consent of the story, as long as it lasts there, counted from today. */
    private final String consentEnds;

    /** @param today so that the consent of the story has not run out */
    Story(LocalDate today) {
        consentEnds = today.plusYears(1).toString();
    }

    /** A transaction of those records of a bundle that are wanted, as records of an organisation. */
    JsonNode part(String bundle, String holder, Predicate<String> wanted) {
        ObjectNode part = (ObjectNode) read(bundle);
        ArrayNode entries = JSON.createArrayNode();
        part.path("entry").forEach(entry -> {
            String place = entry.path("request").path("url").asText();
            if (wanted.test(place)) {
                ObjectNode meta = ((ObjectNode) entry.path("resource")).withObject("/meta");
                meta.withArray("/tag").addObject().put("system", ORIGIN).put("code", holder);
                entries.add(entry);
            }
        });
        part.set("entry", entries);
        return part;
    }

    /** One record of a bundle. */
    JsonNode record(String bundle, String place) {
        for (JsonNode entry : read(bundle).path("entry")) {
            if (entry.path("request").path("url").asText().equals(place)) {
                return entry.path("resource");
            }
        }
        throw new IllegalStateException("The story has no " + place);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String bundle) {
        String file = "/examples/" + bundle.replace("/", "/bundle-") + ".json";
        try (InputStream in = Objects.requireNonNull(Story.class.getResourceAsStream(file), file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readTree(text.replace("\"2027-01-09\"", "\"" + consentEnds + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
