package org.manypaths.access;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers criteria that name a record, such as {@code Goal?addresses=Condition/1}, as if hidden records did not exist.
 *
 * <p>A reference to a hidden record leaves whatever is given out; asked by it, the search would tell that it stood there.
 * Criteria that name the person are not looked at: without a basis nothing of the person is found anyway.
 */
class ReferenceCriteria {

    private static final Pattern RECORD =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)/([A-Za-z0-9.-]{1,64})(?:/_history.*)?");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private final ISearchParamRegistry parameters;
    private final RecordGuard guard;

    ReferenceCriteria(ISearchParamRegistry parameters, RecordGuard guard) {
        this.parameters = parameters;
        this.guard = guard;
    }

    /** The values without those that name what is hidden; where none is left, one that nothing has. */
    String[] seen(Sight sight, String type, String name, String... values) {
        String bare = name.replaceAll(":.*", "");
        if (sight.isUnlimited() || CriteriaRules.PERSON.contains(bare) || bare.startsWith("_")) {
            return values;
        }
        RuntimeSearchParam parameter = parameters.getActiveSearchParam(type, bare, SearchParamLookupContextEnum.SEARCH);
        if (parameter == null
                || parameter.getParamType() != RestSearchParameterTypeEnum.REFERENCE
                || AccessTypes.DEFINITIONS.containsAll(parameter.getTargets())) {
            return values;
        }
        String modifier = name.substring(bare.length()).replaceFirst("^:", "");
        if (modifier.equals("missing")) {
            requireOpen(bare, parameter);
            return values;
        }
        List<String> targets = modifier.isEmpty() ? List.copyOf(parameter.getTargets()) : List.of(modifier);
        return Arrays.stream(values).map(value -> seen(sight, targets, value)).toArray(String[]::new);
    }

    /** Whether it is there would tell of a hidden record, too. */
    private static void requireOpen(String name, RuntimeSearchParam parameter) {
        boolean open = !parameter.getTargets().isEmpty()
                && parameter.getTargets().stream()
                        .allMatch(target -> target.equals("Patient") || AccessTypes.DIRECTORY.contains(target));
        if (!open) {
            throw AccessCode.CRITERION.refusal(
                    "A search by whether " + name + " is there is not offered to clients.",
                    "Read it in what is found: what you may not see is not there.");
        }
    }

    private String seen(Sight sight, List<String> targets, String value) {
        List<String> left = Arrays.stream(value.split(",", -1))
                .filter(each -> !isHidden(sight, targets, each))
                .toList();
        return left.isEmpty() ? targets.stream().findFirst().orElse("Basic") + "/none" : String.join(",", left);
    }

    /** What has no form in which a record is named counts as hidden: the storage might read a name in it all the same. */
    private boolean isHidden(Sight sight, List<String> targets, String value) {
        Matcher record = RECORD.matcher(value);
        if (record.matches()) {
            return isHidden(sight, record.group(1), record.group(2));
        }
        return !ID.matcher(value).matches() || targets.stream().anyMatch(target -> isHidden(sight, target, value));
    }

    private boolean isHidden(Sight sight, String type, String id) {
        return !AccessTypes.DEFINITIONS.contains(type)
                && !guard.hidden(sight, type, Set.of(id)).isEmpty();
    }
}
