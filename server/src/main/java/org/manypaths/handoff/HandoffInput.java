package org.manypaths.handoff;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * The parameters of an operation by their names, whether they came in an address or in a body.
 *
 * <p>Each is a word: a reference is its text. One that comes twice, or that the operation does not have, is refused.
 */
final class HandoffInput {

    private final Map<String, String> words;

    private HandoffInput(Map<String, String> words) {
        this.words = words;
    }

    /** What stands in the address. Parameters that begin with an underscore are about the answer. */
    static HandoffInput ofAddress(Map<String, String[]> address, Set<String> known) {
        Map<String, String> words = new LinkedHashMap<>();
        address.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                put(words, name, Arrays.asList(values), known);
            }
        });
        return new HandoffInput(words);
    }

    static HandoffInput ofBody(Parameters body, Set<String> known) {
        Map<String, String> words = new LinkedHashMap<>();
        for (ParametersParameterComponent parameter : body.getParameter()) {
            put(words, String.valueOf(parameter.getName()), List.of(word(parameter)), known);
        }
        return new HandoffInput(words);
    }

    private static String word(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference && reference.hasReference()) {
            return reference.getReference();
        }
        return Optional.ofNullable(parameter.getValue())
                .filter(value -> value.isPrimitive() && value.primitiveValue() != null)
                .map(value -> value.primitiveValue())
                .orElseThrow(() -> HandoffCode.PARAMETER.refusal(
                        "The parameter " + parameter.getName() + " has no value that this operation can read.",
                        "Send a literal reference or a plain value, as the OperationDefinition says."));
    }

    private static void put(Map<String, String> words, String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw HandoffCode.PARAMETER.refusal(
                    "This operation has no parameter " + name + ".",
                    "It has " + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        if (values.size() != 1 || words.containsKey(name)) {
            throw HandoffCode.PARAMETER.refusal("The parameter " + name + " comes more than once.", "Send it once.");
        }
        words.put(name, values.get(0));
    }

    Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name)).filter(word -> !word.isBlank());
    }

    boolean yes(String name) {
        String word = word(name).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw HandoffCode.PARAMETER.refusal("The parameter " + name + " is " + word + ".", "Send true or false.");
        }
        return word.equals("true");
    }

    /** The id in a reference to one of the types; a reference to anything else is refused. */
    Optional<IdType> reference(String name, Set<String> types) {
        return word(name).map(IdType::new).map(id -> {
            if (!id.hasIdPart() || !types.contains(String.valueOf(id.getResourceType()))) {
                throw HandoffCode.PARAMETER.refusal(
                        "The parameter " + name + " refers to nothing that it can be.",
                        "Refer to "
                                + String.join(" or ", types.stream().sorted().toList()) + ", such as "
                                + types.stream().sorted().findFirst().orElse("") + "/[id].");
            }
            return id.toUnqualifiedVersionless();
        });
    }
}
