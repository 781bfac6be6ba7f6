package org.manypaths.notification;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Says of one record whether a search would find it, without asking the database. */
class Matcher {

    private final InMemoryResourceMatcher searches;
    private final SearchParamMatcher records;
    private final ISearchParamRegistry parameters;

    Matcher(InMemoryResourceMatcher searches, SearchParamMatcher records, ISearchParamRegistry parameters) {
        this.searches = searches;
        this.records = records;
        this.parameters = parameters;
    }

    /** Why the search cannot be matched this way, in words; empty if it can. */
    Optional<String> unmatchable(String criteria) {
        Optional<String> stranger = unknownParameter(criteria);
        if (stranger.isPresent()) {
            return stranger.map(name -> "There is no search parameter " + name + ".");
        }
        try {
            InMemoryMatchResult result = searches.canBeEvaluatedInMemory(search(criteria));
            return result.supported() ? Optional.empty() : Optional.of(String.valueOf(result.getUnsupportedReason()));
        } catch (BaseServerResponseException e) {
            return Optional.of(String.valueOf(e.getMessage()).replaceFirst("^HAPI-\\d+: ", ""));
        }
    }

    private Optional<String> unknownParameter(String criteria) {
        String type = criteria.replaceFirst("\\?.*", "");
        return Stream.of(criteria.replaceFirst("[^?]*\\??", "").split("&"))
                .map(parameter -> parameter.replaceFirst("[=:.].*", ""))
                .filter(name -> !name.isEmpty() && !name.startsWith("_"))
                .filter(name ->
                        parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH) == null)
                .findFirst();
    }

    boolean matches(String criteria, IBaseResource stored) {
        return records.match(search(criteria), stored, new SystemRequestDetails())
                .matched();
    }

    private static String search(String criteria) {
        return criteria.contains("?") ? criteria : criteria + "?";
    }
}
