package org.manypaths.limits;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.RequestCode;

/** What a search may cost, judged by its parameters alone. */
final class SearchRules {

    private static final Set<String> CONTROLS = Set.of(
            "_id",
            "_lastUpdated",
            "_profile",
            "_security",
            "_source",
            "_tag",
            "_language",
            "_text",
            "_content",
            "_list",
            "_has",
            "_type",
            "_sort",
            "_count",
            "_offset",
            "_include",
            "_revinclude",
            "_summary",
            "_total",
            "_elements",
            "_contained",
            "_containedType",
            "_format",
            "_pretty",
            "_since",
            "_at",
            "_getpages",
            "_getpagesoffset",
            "_bundletype",
            "_query",
            "_filter");
    private static final Set<String> MODIFIERS = Set.of(
            "missing", "exact", "contains", "text", "in", "not-in", "below", "above", "not", "of-type", "identifier");

    /** A modifier in lower case; in upper case it is the type of a reference's target. */
    private static final Pattern MODIFIER = Pattern.compile(":([a-z][a-zA-Z-]*)$");

    private final LimitSettings limits;

    SearchRules(LimitSettings limits) {
        this.limits = limits;
    }

    /** Every parameter that asks for more than the limits allow. */
    List<Issue> check(Map<String, String[]> parameters) {
        List<Issue> issues = new ArrayList<>();
        issues.addAll(checkForms(parameters));
        parameters.forEach((name, values) -> {
            checkName(name, issues);
            Arrays.stream(values).filter(Objects::nonNull).forEach(value -> checkValue(name, value, issues));
        });
        checkIncludes(parameters, issues);
        return issues;
    }

    /** The same for a search, whose parameters are all of a known form. */
    List<Issue> checkSearch(Map<String, String[]> parameters) {
        List<Issue> issues = new ArrayList<>(check(parameters));
        parameters.keySet().forEach(name -> checkControl(name, issues));
        return issues;
    }

    /** Every value that cannot be read, whatever the request is for. */
    List<Issue> checkForms(Map<String, String[]> parameters) {
        List<Issue> issues = new ArrayList<>();
        parameters.forEach((name, values) -> {
            ParameterForms.checkHas(name).ifPresent(issues::add);
            // A form without an equals sign has names alone.
            Arrays.stream(values).filter(Objects::nonNull).forEach(value -> checkForm(name, value, issues));
        });
        return issues;
    }

    private void checkName(String name, List<Issue> issues) {
        if (name.equals("_filter")) {
            issues.add(RequestCode.UNKNOWN_PARAMETER
                    .issue("This server does not offer _filter.")
                    .remedy("Use the search parameters that /metadata lists for the type."));
        }
        int has = (name + ":").split("_has:", -1).length - 1;
        if (has > limits.has()) {
            issues.add(limit(name + " asks with " + has + " times _has; the most is " + limits.has() + "."));
        }
        int links = name.split("\\.", -1).length - 1;
        if (links > limits.chain()) {
            issues.add(limit(name + " is a chain of " + links + " links; the most is " + limits.chain() + "."));
        }
    }

    /** Parameters that shape the result, and those that every type has; all others are HAPI's to judge. */
    private static void checkControl(String name, List<Issue> issues) {
        String bare = name.replaceAll("[:.].*", "");
        if (bare.startsWith("_") && !CONTROLS.contains(bare)) {
            String known = String.join(", ", new TreeSet<>(CONTROLS));
            issues.add(RequestCode.UNKNOWN_PARAMETER
                    .issue("There is no parameter " + bare + ".")
                    .remedy("Those that begin with an underscore are: " + known + "."));
        }
        Matcher modifier = MODIFIER.matcher(name);
        if (!bare.startsWith("_") && modifier.find() && !MODIFIERS.contains(modifier.group(1))) {
            String known = String.join(", ", new TreeSet<>(MODIFIERS));
            issues.add(RequestCode.INVALID_PARAMETER
                    .issue("There is no modifier :" + modifier.group(1) + ".")
                    .remedy("Modifiers are: " + known + ", or a resource type."));
        }
    }

    private void checkValue(String name, String value, List<Issue> issues) {
        int alternatives = value.split("(?<!\\\\),", -1).length;
        if (alternatives > limits.alternatives() && !name.startsWith("_elements")) {
            issues.add(
                    limit(name + " has " + alternatives + " alternatives; the most is " + limits.alternatives() + "."));
        }
        if (name.equals("_count") && exceeds(value, limits.count())) {
            issues.add(limit("_count is " + value + "; a page has at most " + limits.count() + " results.")
                    .remedy("Ask for pages of that size and follow the link 'next'."));
        }
        if (name.equals("count") && exceeds(value, limits.expansion())) {
            issues.add(limit("count is " + value + "; an expansion has at most " + limits.expansion() + " codes.")
                    .remedy("Page through it with offset and count, or narrow it with filter."));
        }
    }

    private static void checkForm(String name, String value, List<Issue> issues) {
        if (Arrays.stream(value.split("(?<!\\\\),", -1)).anyMatch(ValueRules::asksForAHugeNumber)) {
            issues.add(limit(name + " asks for a number with an exponent of more than three digits.")
                    .remedy("Ask for a number that can be measured."));
        }
        ParameterForms.check(name, value).ifPresent(issues::add);
    }

    private void checkIncludes(Map<String, String[]> parameters, List<Issue> issues) {
        List<String> iterating = parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().matches("_(?:rev)?include:(?:iterate|recurse)"))
                .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                .toList();
        if (iterating.size() > limits.includeDepth()) {
            issues.add(limit("The search follows includes " + iterating.size() + " times over; the most is "
                    + limits.includeDepth() + "."));
        }
        if (iterating.stream().anyMatch(value -> value.contains("*"))) {
            issues.add(limit("Includes that iterate cannot be '*': they would bring all that hangs together.")
                    .remedy("Name the references to follow, say _include:iterate=CarePlan:goal."));
        }
    }

    private static boolean exceeds(String number, int limit) {
        // Whatever HAPI takes for a number: with a sign, and in the digits of any script.
        return number.matches("\\+?\\p{Nd}+") && new BigInteger(number).compareTo(BigInteger.valueOf(limit)) > 0;
    }

    private static Issue limit(String problem) {
        return RequestCode.PARAMETER_LIMIT.issue(problem).remedy("Ask in several requests.");
    }
}
