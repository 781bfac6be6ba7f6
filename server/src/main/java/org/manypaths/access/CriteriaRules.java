package org.manypaths.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manypaths.search.EveryType;

/**
 * What a search may ask by, lest the asking tell what the answer must not. Pure.
 *
 * <p>That a criterion can be asked at all was seen before, in package {@code search}.
 */
final class CriteriaRules {

    /** What looks at more than the records that are found. */
    private static final Set<String> WITHHELD = Set.of("_filter", "_query", "_list", "_contained", "_containedType");

    /** By which a search names the person whom it is about. */
    static final List<String> PERSON = List.of("patient", "subject", "beneficiary", "for");

    private CriteriaRules() {}

    /** Refuses what cannot be asked; operators are not asked about. */
    static void check(Map<String, String[]> parameters) {
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (name.contains(Marks.PARAMETER)
                    || Arrays.stream(parameter.getValue()).anyMatch(CriteriaRules::isOurs)) {
                throw refused(name, "It is the server's own.");
            }
            if (WITHHELD.contains(bare(name))) {
                throw refused(bare(name), "Use the search parameters that /metadata lists for the type.");
            }
            if (bare(name).equals("_security")) {
                throw refused("_security", "Labels are put on when a record is given out; read them in what is found.");
            }
            requireNoModifier(name);
            if (name.equals("_sort")
                    && Arrays.stream(parameter.getValue()).anyMatch(value -> value.contains("_security"))) {
                throw refused("_sort by _security", "Labels are put on when a record is given out; sort by elements.");
            }
            if (name.equals("_sort") && Arrays.stream(parameter.getValue()).anyMatch(value -> value.contains("."))) {
                throw refused("_sort by an element of another record", "Sort by elements of what is found.");
            }
        }
    }

    /** {@code _id:not} tells whether there is such an id at all; the others of every type are kept as narrow. */
    static void requireNoModifier(String name) {
        String bare = bare(name);
        boolean known = name.equals(bare) || (bare.equals("_profile") && name.equals("_profile:below"));
        if (EveryType.PARAMETERS.contains(bare) && !known) {
            throw refused(name, "Ask by " + bare + " without a modifier.");
        }
    }

    static boolean isNamedQuery(String name) {
        return bare(name).equals("_query");
    }

    private static boolean isOurs(String value) {
        return value.contains(Marks.PARAMETER);
    }

    private static RuntimeException refused(String what, String remedy) {
        return AccessCode.CRITERION.refusal("A search by " + what + " is not offered to clients.", remedy);
    }

    /** Whether the criterion looks into other records than those that are found. */
    static boolean isLinked(String name) {
        return name.startsWith("_has:") || (name.contains(".") && !name.startsWith("_"));
    }

    private static String bare(String name) {
        return name.replaceAll("[:.].*", "");
    }

    /** The people whom the search is about, where one of its criteria names them and nobody else. */
    static Optional<Set<String>> people(String type, Map<String, String[]> parameters) {
        if (type.equals("Patient") && parameters.containsKey("_id")) {
            return Optional.of(ids(parameters.get("_id")));
        }
        return PERSON.stream()
                .flatMap(name -> parameters.entrySet().stream()
                        .filter(parameter -> parameter.getKey().equals(name)
                                || parameter.getKey().equals(name + ":Patient")))
                .map(Map.Entry::getValue)
                .map(CriteriaRules::ids)
                .filter(ids -> !ids.isEmpty())
                .findFirst();
    }

    /** An absolute address, or one of another type, is left out: it finds no person here. */
    private static Set<String> ids(String[] values) {
        Set<String> ids = new LinkedHashSet<>();
        Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(value -> value.replaceFirst("^.*/?Patient/", ""))
                .filter(value -> value.matches("[A-Za-z0-9.-]{1,64}"))
                .forEach(ids::add);
        return ids;
    }
}
