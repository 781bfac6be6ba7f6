package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.IResourcePersistentId;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;

/**
 * Answers criteria that look into other records, {@code _has} and chains, by what the caller may find of those.
 *
 * <p>Each becomes a search of its own, narrowed as if the caller had sent it, and what that finds takes its place. So
 * nothing can be learnt by asking that could not be read.
 */
class LinkedCriteria {

    /** An id that nothing has, for a criterion that nothing meets. */
    private static final String NOTHING = "none";

    private static final int MOST = 5_000;

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final MatchUrlService matchUrls;
    private final ISearchParamRegistry parameters;
    private final Narrowing narrowing;
    private final ReferenceCriteria references;
    private final LinkIndex links;
    private final OfferedCriteria offered;

    LinkedCriteria(
            DaoRegistry daos,
            MatchUrlService matchUrls,
            ISearchParamRegistry parameters,
            Narrowing narrowing,
            ReferenceCriteria references,
            LinkIndex links) {
        this.fhirContext = links.fhirContext();
        this.daos = daos;
        this.matchUrls = matchUrls;
        this.parameters = parameters;
        this.narrowing = narrowing;
        this.references = references;
        this.links = links;
        offered = new OfferedCriteria(parameters);
    }

    /** Refuses an order by what a record refers to: it would tell of references that are hidden. */
    void checkSort(String type, Map<String, String[]> asked) {
        Arrays.stream(asked.getOrDefault("_sort", new String[0]))
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(name -> name.replaceFirst("^-", ""))
                .filter(name -> !CriteriaRules.PERSON.contains(name))
                .filter(name -> Optional.ofNullable(
                                parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SORT))
                        .filter(known -> known.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                        .isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw AccessCode.CRITERION.refusal(
                            "A search sorted by " + name + " is not offered to clients.",
                            "Sort by what the record says itself, such as a date or a status.");
                });
    }

    /** The parameters with every linked criterion replaced by the ids that it stands for. */
    Map<String, String[]> resolve(Sight sight, String type, Map<String, String[]> asked) {
        Map<String, String[]> plain = new LinkedHashMap<>();
        asked.forEach((name, values) -> {
            if (!CriteriaRules.isLinked(name)) {
                merge(plain, name, references.seen(sight, type, name, values));
            }
        });
        asked.forEach((name, values) -> {
            if (CriteriaRules.isLinked(name)) {
                Arrays.stream(values).forEach(value -> {
                    Map.Entry<String, String> replaced =
                            name.startsWith("_has:") ? has(sight, type, name, value) : chain(sight, type, name, value);
                    merge(plain, replaced.getKey(), replaced.getValue());
                });
            }
        });
        return plain;
    }

    static void merge(Map<String, String[]> parameters, String name, String... values) {
        List<String> all = new ArrayList<>(List.of(parameters.getOrDefault(name, new String[0])));
        all.addAll(List.of(values));
        parameters.put(name, all.toArray(String[]::new));
    }

    /** {@code _has:Type:reference:rest=value} finds what the reference of the found ones points at. */
    private Map.Entry<String, String> has(Sight sight, String type, String name, String value) {
        String[] parts = name.split(":", 4);
        if (parts.length < 4) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    name + " is no criterion.", "Its form is _has:Type:reference:parameter.");
        }
        List<JpaPid> found = search(sight, parts[1], parts[3], value);
        RuntimeSearchParam reference = parameter(parts[1], parts[2]);
        return Map.entry("_id", list(links.targets(found, parts[1], reference, type), ""));
    }

    /** {@code reference:Type.rest=value} finds what refers to the found ones. */
    private Map.Entry<String, String> chain(Sight sight, String type, String name, String value) {
        int dot = name.indexOf('.');
        String[] head = name.substring(0, dot).split(":", 2);
        RuntimeSearchParam reference = parameter(type, head[0]);
        Set<String> targets = head.length > 1 ? Set.of(head[1]) : new TreeSet<>(reference.getTargets());
        String rest = name.substring(dot + 1);
        Set<String> found = new TreeSet<>();
        targets.stream()
                .filter(target -> head.length > 1 || isKnown(target, rest))
                .filter(target -> sight.session().scopes().allows(target, Interaction.SEARCH))
                .forEach(target -> links.ids(search(sight, target, rest, value)).stream()
                        .map(id -> target + "/" + id)
                        .forEach(found::add));
        return found.isEmpty() ? Map.entry("_id", NOTHING) : Map.entry(head[0], list(found, ""));
    }

    private boolean isKnown(String type, String rest) {
        String first = rest.replaceAll("[:.].*", "");
        return first.startsWith("_")
                || parameters.getActiveSearchParam(type, first, SearchParamLookupContextEnum.SEARCH) != null;
    }

    private RuntimeSearchParam parameter(String type, String name) {
        return Optional.ofNullable(parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH))
                .orElseThrow(() -> RequestCode.UNKNOWN_PARAMETER.refusal(
                        "There is no search parameter " + name + " for " + type + ".",
                        "The CapabilityStatement under /metadata lists those of the type."));
    }

    private static String list(Set<String> ids, String ifNone) {
        if (ids.size() > MOST) {
            throw AccessCode.TOO_MANY_LINKED.refusal(
                    "More than " + MOST + " records fit the criterion that looks into other records.",
                    "Narrow that criterion.");
        }
        return ids.isEmpty() ? NOTHING + ifNone : String.join(",", ids);
    }

    private List<JpaPid> search(Sight sight, String type, String name, String value) {
        if (!sight.session().scopes().allows(type, Interaction.SEARCH)) {
            throw ScopeRules.refused(type, Interaction.SEARCH);
        }
        CriteriaRules.requireNoModifier(name);
        Map<String, String[]> criteria = new LinkedHashMap<>();
        criteria.put(name, new String[] {value});
        Map<String, String[]> plain = new LinkedHashMap<>(resolve(sight, type, criteria));
        addScopes(sight, type, plain);
        narrowing
                .values(sight, type, CriteriaRules.people(type, plain))
                .ifPresent(values -> merge(plain, Marks.PARAMETER, String.join(",", values)));
        return search(type, plain, MOST + 1);
    }

    /** Keeps a search within the scopes of the token. */
    void addScopes(Sight sight, String type, Map<String, String[]> criteria) {
        offered.require(type, ScopeRules.constraints(sight.session(), type, Interaction.SEARCH))
                .forEach(constraint -> merge(criteria, constraint.name(), constraint.value()));
    }

    /** The logical ids of what a search finds that is narrowed already; no more than the limit. */
    Set<String> ids(String type, Map<String, String[]> narrowed, int limit) {
        return links.ids(search(type, narrowed, limit));
    }

    @SuppressWarnings("unchecked")
    private List<JpaPid> search(String type, Map<String, String[]> narrowed, int limit) {
        String url = type + "?" + NarrowedSearches.query(narrowed);
        SearchParameterMap map = matchUrls.translateMatchUrl(url, fhirContext.getResourceDefinition(type));
        map.setLoadSynchronousUpTo(limit);
        List<? extends IResourcePersistentId<?>> found =
                daos.getResourceDao(type).searchForIds(map, new SystemRequestDetails());
        return (List<JpaPid>) found;
    }
}
