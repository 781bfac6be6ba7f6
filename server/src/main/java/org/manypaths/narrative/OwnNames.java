package org.manypaths.narrative;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;

/** The names of the codes of this guide, for those who send the code alone. */
final class OwnNames {

    private final Map<String, String> names;

    private OwnNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** Names out of the code systems among some definitions. */
    static OwnNames of(List<String> definitions) {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> names = new HashMap<>();
        try {
            for (String definition : definitions) {
                if (definition.contains("\"CodeSystem\"")) {
                    JsonNode system = json.readTree(definition);
                    addAll(system.path("concept"), system.path("url").asText(), names);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition of the guide is no JSON", e);
        }
        return new OwnNames(names);
    }

    private static void addAll(JsonNode concepts, String system, Map<String, String> names) {
        for (JsonNode concept : concepts) {
            if (concept.has("display")) {
                names.put(
                        system + "|" + concept.path("code").asText(),
                        concept.path("display").asText());
            }
            addAll(concept.path("concept"), system, names);
        }
    }

    Optional<String> find(Coding coding) {
        return Optional.ofNullable(names.get(coding.getSystem() + "|" + coding.getCode()));
    }
}
