package org.manypaths.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a criterion means in the end: {@code _has:Type:reference:name} and {@code reference.name} lead to the
 * parameter that the value is for.
 *
 * @param parameter what is compared with the value
 * @param modifier what follows the last colon; empty where there is none
 */
record Criterion(RuntimeSearchParam parameter, Optional<String> modifier) {

    private static final String REVERSE_CHAIN = Constants.PARAM_HAS + ":";

    /** Where it leads: to several where a reference has several types, to none where nobody knows the name. */
    static List<Criterion> of(ISearchParamRegistry registry, @Nullable String type, String name) {
        return type == null ? List.of() : follow(registry, Set.of(type), name);
    }

    /** All types of one link are followed together: a reference may lead to each of them, and the next one again. */
    private static List<Criterion> follow(ISearchParamRegistry registry, Set<String> types, String name) {
        if (name.startsWith(REVERSE_CHAIN)) {
            String[] parts = name.split(":", 4);
            return parts.length == 4 && parameter(registry, parts[1], parts[2]).isPresent()
                    ? follow(registry, Set.of(parts[1]), parts[3])
                    : List.of();
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return follow(registry, targets(registry, types, name.substring(0, dot)), name.substring(dot + 1));
        }
        int colon = name.indexOf(':');
        Optional<String> modifier = colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
        String last = colon < 0 ? name : name.substring(0, colon);
        return types.stream()
                .flatMap(type -> parameter(registry, type, last).stream())
                .map(parameter -> new Criterion(parameter, modifier))
                .toList();
    }

    private static Set<String> targets(ISearchParamRegistry registry, Set<String> types, String reference) {
        int colon = reference.indexOf(':');
        return colon > 0
                ? Set.of(reference.substring(colon + 1))
                : types.stream()
                        .flatMap(type -> parameter(registry, type, reference).stream())
                        .flatMap(link -> link.getTargets().stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<RuntimeSearchParam> parameter(ISearchParamRegistry registry, String type, String name) {
        return Optional.ofNullable(registry.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH));
    }
}
