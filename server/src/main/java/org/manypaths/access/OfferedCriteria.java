package org.manypaths.access;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.manypaths.security.Scope;
import org.manypaths.security.ScopeCriteria;

/**
 * The criteria that a scope may have: {@code _id}, the person, and what a record says in codes, dates, words and numbers.
 *
 * <p>A reference to anything but the person is none of them: it may lead to a hidden record, and leaves with no answer.
 */
class OfferedCriteria implements ScopeCriteria {

    private static final Set<RestSearchParameterTypeEnum> PLAIN = EnumSet.of(
            RestSearchParameterTypeEnum.TOKEN,
            RestSearchParameterTypeEnum.DATE,
            RestSearchParameterTypeEnum.STRING,
            RestSearchParameterTypeEnum.URI,
            RestSearchParameterTypeEnum.NUMBER,
            RestSearchParameterTypeEnum.QUANTITY);

    private final ISearchParamRegistry parameters;

    OfferedCriteria(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    @Override
    public boolean areOffered(String type, Scope.Constraint criterion) {
        String name = criterion.name();
        if (name.equals("_id") || CriteriaRules.PERSON.contains(name)) {
            return true;
        }
        if (name.contains(Marks.PARAMETER) || CriteriaRules.isLinked(name) || name.matches("_.*|.*:.*")) {
            return false;
        }
        // Of which types it is a parameter shows when one of them is asked for.
        return type.equals(Scope.ANY) || isPlain(type, name);
    }

    private boolean isPlain(String type, String name) {
        RuntimeSearchParam parameter = parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH);
        return parameter != null && PLAIN.contains(parameter.getParamType());
    }

    /** The same criteria, all of them offered: a token of another issuer was not asked when it was given out. */
    List<Scope.Constraint> require(String type, List<Scope.Constraint> criteria) {
        criteria.stream()
                .filter(criterion -> !areOffered(type, criterion))
                .findFirst()
                .ifPresent(criterion -> {
                    throw AccessCode.SCOPE.refusal(
                            "The token is limited by " + criterion.name() + ", by which a scope for " + type
                                    + " cannot be limited.",
                            "Ask for a token that is limited by a code, a status or a date of the type itself.");
                });
        return criteria;
    }
}
