package org.manypaths.handoff;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.refusal.Blank;

/**
 * The parameters of an operation by their names, whether they came in an address or in a body.
 *
 * <p>Each is a word: a reference is its text. One that comes twice, or that the operation does not have, is refused.
 */
final class HandoffInput {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final Map<String, String> words;
    private final String base;

    private HandoffInput(Map<String, String> words, String base) {
        this.words = words;
        this.base = base;
    }

    /** What stands in the address. Parameters that begin with an underscore are about the answer. */
    static HandoffInput ofAddress(Map<String, String[]> address, Set<String> known, String base) {
        Map<String, String> words = new LinkedHashMap<>();
        address.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                put(words, name, Arrays.asList(values), known);
            }
        });
        return new HandoffInput(words, base);
    }

    static HandoffInput ofBody(Parameters body, Set<String> known, String base) {
        Map<String, String> words = new LinkedHashMap<>();
        for (ParametersParameterComponent parameter : body.getParameter()) {
            String name = String.valueOf(parameter.getName());
            requireKnown(name, known);
            put(words, name, List.of(word(parameter)), known);
        }
        return new HandoffInput(words, base);
    }

    private static String word(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference && reference.hasReference()) {
            return reference.getReference();
        }
        return Optional.ofNullable(parameter.getValue())
                .filter(value -> value.isPrimitive() && value.primitiveValue() != null)
                .map(value -> value.primitiveValue())
                .orElseThrow(() -> HandoffCode.PARAMETER.about(
                        parameter.getName(),
                        "The parameter " + parameter.getName() + " has no value that this operation can read.",
                        "Send a literal reference or a plain value, as the OperationDefinition says."));
    }

    private static void requireKnown(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw HandoffCode.PARAMETER.refusal(
                    "This operation has no parameter " + name + ".",
                    "It has " + String.join(", ", known.stream().sorted().toList()) + ".");
        }
    }

    private static void put(Map<String, String> words, String name, List<String> values, Set<String> known) {
        requireKnown(name, known);
        if (values.size() != 1 || words.containsKey(name)) {
            throw HandoffCode.PARAMETER.about(
                    name, "The parameter " + name + " comes more than once.", "Send it once.");
        }
        if (Blank.is(values.get(0))) {
            throw HandoffCode.PARAMETER.about(
                    name, "The parameter " + name + " is empty.", "Leave it out, or fill it.");
        }
        words.put(name, values.get(0));
    }

    Optional<String> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    boolean yes(String name) {
        String word = word(name).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw HandoffCode.PARAMETER.about(
                    name, "The parameter " + name + " is " + word + ".", "Send true or false.");
        }
        return word.equals("true");
    }

    /** The id in a reference to one of the types; a reference to anything else is refused. */
    Optional<IdType> reference(String name, Set<String> types) {
        return word(name).map(IdType::new).map(id -> {
            List<String> possible = types.stream().sorted().toList();
            if (!id.hasIdPart()
                    || !ID.matcher(id.getIdPart()).matches()
                    || !types.contains(String.valueOf(id.getResourceType()))) {
                throw HandoffCode.PARAMETER.about(
                        name,
                        "The parameter " + name + " is no reference to " + String.join(" or ", possible) + ".",
                        "Send one, such as " + possible.get(0) + "/[id].");
            }
            if (id.hasBaseUrl() && !id.getBaseUrl().equals(base)) {
                throw HandoffCode.PARAMETER.about(
                        name,
                        "The parameter " + name + " refers to another server.",
                        "Refer to what stands here, such as " + id.getResourceType() + "/[id].");
            }
            return id.toUnqualifiedVersionless();
        });
    }
}
