package org.manypaths.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A code that a resource uses, wherever it stands: in a coding, a value set, a concept map or a quantity. */
record UsedCode(String file, String system, String code, Optional<String> display) {

    /** Languages are written by a rule, not taken from a list. */
    boolean isExternal() {
        return !system.startsWith(InstalledGuide.BASE) && !system.equals("urn:ietf:bcp:47");
    }

    static List<UsedCode> in(String file, JsonNode resource) {
        List<UsedCode> codes = new ArrayList<>();
        visit(resource, node -> {
            addCoding(codes, file, node);
            addIncludedConcepts(codes, file, node);
            addMappedConcepts(codes, file, node);
        });
        return codes;
    }

    private static void addCoding(List<UsedCode> codes, String file, JsonNode node) {
        if (node.path("system").isTextual() && node.path("code").isTextual()) {
            codes.add(used(file, node.get("system").asText(), node));
        }
    }

    private static void addIncludedConcepts(List<UsedCode> codes, String file, JsonNode node) {
        if (node.path("system").isTextual()) {
            node.path("concept")
                    .forEach(c -> codes.add(used(file, node.get("system").asText(), c)));
        }
    }

    private static void addMappedConcepts(List<UsedCode> codes, String file, JsonNode node) {
        for (JsonNode element : node.path("element")) {
            if (node.path("source").isTextual()) {
                codes.add(used(file, node.get("source").asText(), element));
            }
            for (JsonNode target : element.path("target")) {
                codes.add(used(file, node.path("target").asText(), target));
            }
        }
    }

    private static UsedCode used(String file, String system, JsonNode concept) {
        return new UsedCode(
                file,
                system,
                concept.path("code").asText(),
                Optional.ofNullable(concept.get("display")).map(JsonNode::asText));
    }

    private static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        node.forEach(child -> visit(child, visitor));
    }
}
