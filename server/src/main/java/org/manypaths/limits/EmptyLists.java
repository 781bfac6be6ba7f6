package org.manypaths.limits;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds unknown elements that are empty lists: the parser looks at what is in a list, and passes by one without. */
class EmptyLists {

    private final FhirContext fhirContext;
    private final ObjectMapper json = new ObjectMapper();

    EmptyLists(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** The names of those in a body that the parser has already taken for a resource. */
    Set<String> unknown(byte[] body) {
        Set<String> names = new LinkedHashSet<>();
        try {
            search(json.readTree(body), Optional.empty(), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void search(JsonNode node, Optional<BaseRuntimeElementDefinition<?>> declared, Set<String> names) {
        if (!(definition(node, declared) instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
            return;
        }
        node.fields().forEachRemaining(property -> {
            String name = property.getKey().replaceFirst("^_", "");
            JsonNode value = property.getValue();
            BaseRuntimeChildDefinition child = composite.getChildByName(name);
            if (child == null && value.isArray() && value.isEmpty()) {
                names.add(property.getKey());
            } else if (child != null) {
                Optional<BaseRuntimeElementDefinition<?>> inside = Optional.ofNullable(child.getChildByName(name));
                items(value).forEach(item -> search(item, inside, names));
            }
        });
    }

    /** A resource says itself what it is, wherever it stands. */
    private @Nullable BaseRuntimeElementDefinition<?> definition(
            JsonNode node, Optional<BaseRuntimeElementDefinition<?>> declared) {
        return node.has("resourceType")
                ? fhirContext.getResourceDefinition(node.path("resourceType").asText())
                : declared.orElse(null);
    }

    private static Iterable<JsonNode> items(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }
}
