package org.manypaths.limits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.RequestCode;

/** The form of the values whose meaning does not depend on the type that is searched. */
final class ParameterForms {

    private static final String NUMBER = "-?\\d{1,3}(?:\\.\\d+)?";
    private static final Map<Pattern, Form> FORMS = new LinkedHashMap<>();

    /** The values that there are, and how to say so. */
    private record Form(Pattern values, String remedy) {}

    static {
        form("_count|_offset|_getpagesoffset|offset|count", "\\+?\\p{Nd}{1,9}", "Give a whole number from 0 on.");
        form(
                "_since",
                "\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?"
                        + "(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)",
                "Give a moment with its time and offset, as in 2026-01-01T00:00:00Z; a plus is written %2B.");
        form("_summary", "true|false|text|data|count", "It can be true, false, text, data or count.");
        form("_total", "none|estimate|accurate", "It can be none, estimate or accurate.");
        form("_contained", "true|false|both", "It can be true, false or both.");
        form("[^_].*:missing", "true|false", "It can be true or false.");
        form("_sort", "-?[\\w-]+(?:,-?[\\w-]+)*", "Name search parameters, with - before one to turn its order round.");
        form(
                "near(?::.*)?",
                NUMBER + "\\|" + NUMBER + "(?:\\|\\d+(?:\\.\\d+)?(?:\\|[\\w\\[\\]]+)?)?",
                "Its form is latitude|longitude|distance|unit, as in 42.36|-71.06|5|km.");
    }

    private ParameterForms() {}

    /** What is wrong with the value of a parameter; empty where nothing is, or another rule has to say it. */
    static Optional<Issue> check(String name, String value) {
        if (value.isEmpty() && !name.startsWith("near")) {
            // Nothing is asked, and FHIR has it passed over.
            return Optional.empty();
        }
        if (!ValueRules.isWritable(value.toCharArray(), 0, value.length())) {
            return Optional.of(issue(name + " has a control character in its value.", "Leave it out."));
        }
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .filter(form -> !form.values().matcher(value).matches())
                .map(form -> issue(name + " cannot be " + value + ".", form.remedy()))
                .findFirst();
    }

    /** What is wrong with the name of a parameter that asks by what refers here. */
    static Optional<Issue> checkHas(String name) {
        return name.startsWith("_has") && !name.matches("(?:_has:[A-Z]\\w+:[\\w-]+:)+[\\w-]+[.:\\w-]*")
                ? Optional.of(issue(
                        name + " cannot be followed.",
                        "Its form is _has:Type:reference:parameter, as in _has:Observation:subject:code."))
                : Optional.empty();
    }

    private static void form(String names, String values, String remedy) {
        FORMS.put(Pattern.compile(names), new Form(Pattern.compile(values), remedy));
    }

    private static Issue issue(String problem, String remedy) {
        return RequestCode.INVALID_PARAMETER.issue(problem).remedy(remedy).at(List.of());
    }
}
