package org.manypaths.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/**
 * Refuses what would be answered as if something else had been asked: modifiers that the storage passes over or gets
 * wrong, and half a composite.
 *
 * @see <a href="https://hl7.org/fhir/R4/search.html#modifiers">Modifiers</a>
 */
final class CriterionRules {

    private static final String MISSING = "missing";
    private static final Map<RestSearchParameterTypeEnum, List<String>> MODIFIERS = new EnumMap<>(Map.of(
            RestSearchParameterTypeEnum.STRING, List.of("exact", MISSING),
            RestSearchParameterTypeEnum.TOKEN, List.of("in", MISSING, "not", "not-in", "text"),
            RestSearchParameterTypeEnum.REFERENCE, List.of(MISSING),
            RestSearchParameterTypeEnum.URI, List.of("above", "below", MISSING),
            RestSearchParameterTypeEnum.DATE, List.of(MISSING),
            RestSearchParameterTypeEnum.NUMBER, List.of(MISSING),
            RestSearchParameterTypeEnum.QUANTITY, List.of(MISSING)));

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+");
    private static final Pattern ALTERNATIVES = Pattern.compile("(?<!\\\\),");
    private static final Pattern PARTS = Pattern.compile("(?<!\\\\)\\$");

    private CriterionRules() {}

    /** Why it cannot be asked, in words; empty where it can. */
    static Optional<Refusal> refusal(String name, Criterion criterion, String value) {
        RuntimeSearchParam parameter = criterion.parameter();
        if (criterion
                .modifier()
                .filter(modifier -> !isKnown(parameter, modifier))
                .isPresent()) {
            List<String> known = modifiers(parameter);
            return Optional.of(RequestCode.INVALID_PARAMETER.refusal(
                    name + " has a modifier that a search by " + parameter.getName() + " does not have here: "
                            + criterion.modifier().get() + ".",
                    known.isEmpty()
                            ? "It has none; leave it out."
                            : "It has " + String.join(", ", known)
                                    + (isReference(parameter) ? ", and the type of what is referred to." : ".")));
        }
        return parameter.getParamType() == RestSearchParameterTypeEnum.COMPOSITE
                        && ALTERNATIVES.splitAsStream(value).anyMatch(part -> !isWhole(parameter, part))
                ? Optional.of(half(name, parameter))
                : Optional.empty();
    }

    /** That a criterion leads to nothing that could be compared with its value; empty where it leads to something. */
    static Optional<Refusal> refusal(String name, List<Criterion> criteria) {
        boolean linked = name.startsWith("_has:") || (name.contains(".") && !name.startsWith("_"));
        String last = last(name);
        boolean leads = last.startsWith("_") ? EveryType.PARAMETERS.contains(last) : !criteria.isEmpty();
        return linked && !leads
                ? Optional.of(RequestCode.UNKNOWN_PARAMETER.refusal(
                        name + " leads to no search parameter.",
                        "Write reference:Type.parameter or _has:Type:reference:parameter; /metadata lists the parameters of"
                                + " each type."))
                : Optional.empty();
    }

    /** What a criterion that looks into other records asks of them in the end. */
    private static String last(String name) {
        return name.replaceFirst(":[a-z-]+$", "").replaceFirst("^.*[:.]", "");
    }

    private static boolean isKnown(RuntimeSearchParam parameter, String modifier) {
        return modifiers(parameter).contains(modifier)
                || (isReference(parameter) && TYPE.matcher(modifier).matches());
    }

    private static List<String> modifiers(RuntimeSearchParam parameter) {
        return MODIFIERS.getOrDefault(parameter.getParamType(), List.of());
    }

    private static boolean isReference(RuntimeSearchParam parameter) {
        return parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE;
    }

    private static boolean isWhole(RuntimeSearchParam parameter, String value) {
        String[] parts = PARTS.split(value, -1);
        return parts.length == parameter.getComponents().size()
                && List.of(parts).stream().noneMatch(String::isBlank);
    }

    private static Refusal half(String name, RuntimeSearchParam parameter) {
        int parts = parameter.getComponents().size();
        return RequestCode.INVALID_PARAMETER.refusal(
                name + " asks for " + parts + " things together, and a value is missing or too much.",
                "Write " + name + "=" + String.join("$", Collections.nCopies(parts, "value"))
                        + ", one value for each.");
    }
}
