package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.manypaths.limits.OwnCriteria;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;

/** Narrows a search to what its caller may find, before it reaches the storage. */
class SearchAccess {

    /** A named query is ours and gathers what it finds in the name of its caller. */
    static final String NAMED = "_query";

    private static final String SELF = SearchAccess.class.getName() + ".self";

    private final Narrowing narrowing;
    private final LinkedCriteria linked;

    SearchAccess(Narrowing narrowing, LinkedCriteria linked) {
        this.narrowing = narrowing;
        this.linked = linked;
    }

    /** Changes the parameters of the request; its own address stays what the client sent. */
    void narrow(RequestDetails request, Sight sight) {
        if (request.getParameters().containsKey(NAMED)) {
            ScopeRules.require(sight.session(), request.getResourceName(), Interaction.SEARCH);
            return;
        }
        request.getUserData().put(SELF, RestfulServerUtils.createLinkSelf(request.getFhirServerBase(), request));
        request.setParameters(narrowed(
                sight, request.getResourceName(), request.getParameters(), RequestAccess.servletRequest(request)));
    }

    static boolean isNarrowed(RequestDetails request) {
        return request.getParameters().containsKey(Marks.PARAMETER)
                || AccessTypes.DEFINITIONS.contains(request.getResourceName());
    }

    static Optional<String> self(RequestDetails request) {
        return Optional.ofNullable((String) request.getUserData().get(SELF));
    }

    /** What the caller asks for, and nothing beyond what it may find. */
    Map<String, String[]> narrowed(Sight sight, String type, Map<String, String[]> asked, ServletRequest request) {
        ScopeRules.require(sight.session(), type, Interaction.SEARCH);
        CriteriaRules.check(asked);
        Map<String, String[]> narrowed = new LinkedHashMap<>(linked.resolve(sight, type, asked));
        for (Scope.Constraint constraint : ScopeRules.constraints(sight.session(), type, Interaction.SEARCH)) {
            LinkedCriteria.merge(narrowed, constraint.name(), constraint.value());
        }
        narrowing
                .values(sight, type, CriteriaRules.people(type, narrowed))
                .ifPresent(values -> narrowed.put(Marks.PARAMETER, new String[] {String.join(",", values)}));
        narrowed.values().stream()
                .flatMap(Arrays::stream)
                .filter(value -> asked.values().stream().flatMap(Arrays::stream).noneMatch(value::equals))
                .forEach(value -> OwnCriteria.add(request, value));
        return narrowed;
    }
}
