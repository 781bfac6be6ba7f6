package org.manypaths.search;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Refuses a criterion by a value set whose codes this server cannot list: the storage fails at it. */
final class ValueSetCriteria {

    private static final Set<String> MODIFIERS = Set.of("in", "not-in");
    private static final Pattern ALTERNATIVES = Pattern.compile("(?<!\\\\),");

    private final IValidationSupport definitions;
    private final ValueSetExpansionOptions options;

    /** @param most how many codes a value set may have; the storage asks for as many */
    ValueSetCriteria(IValidationSupport definitions, int most) {
        this.definitions = definitions;
        this.options = new ValueSetExpansionOptions().setCount(most);
    }

    /** Why it cannot be asked, in words; empty where it can. */
    Optional<Refusal> refusal(String name, Criterion criterion, String value) {
        boolean bySet = criterion.parameter().getParamType() == RestSearchParameterTypeEnum.TOKEN
                && criterion.modifier().filter(MODIFIERS::contains).isPresent();
        return bySet
                ? ALTERNATIVES
                        .splitAsStream(value)
                        .filter(set -> !set.isBlank() && !isListed(set))
                        .findFirst()
                        .map(set -> refusal(name, set))
                : Optional.empty();
    }

    private static Refusal refusal(String name, String set) {
        return RequestCode.INVALID_PARAMETER.refusal(
                name + " asks for the codes of the value set " + set
                        + ", which this server cannot list: it is not here, has too many, or takes them from a code"
                        + " system that is not here.",
                "Give the canonical URL, without a version, of a value set that ValueSet/$expand lists, or name the codes"
                        + " themselves.");
    }

    /** The value is read as the storage reads it. */
    private boolean isListed(String value) {
        TokenParam read = new TokenParam();
        read.setValueAsQueryToken(definitions.getFhirContext(), "code", ":in", value);
        try {
            IValidationSupport.ValueSetExpansionOutcome listed =
                    definitions.expandValueSet(new ValidationSupportContext(definitions), options, read.getValue());
            return listed != null && listed.getValueSet() != null;
        } catch (BaseServerResponseException e) {
            return false;
        }
    }
}
