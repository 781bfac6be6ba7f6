package org.manypaths.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the trail keeps of the parameters of a request: all their names, and the values of those that hold ids, times or
 * how the answer is to look. Others hold names, numbers and words of people, which are nothing for a trail. Pure.
 */
final class KeptQuery {

    private static final String LEFT_OUT = "…";

    private static final Set<String> WITH_IDS =
            Set.of("_id", "patient", "subject", "beneficiary", "for", "recipient", "agent", "target", "entity");

    private static final Set<String> WITHOUT_PEOPLE = Set.of(
            "_lastUpdated",
            "_since",
            "_at",
            "date",
            "start",
            "end",
            "as-of",
            "_count",
            "_offset",
            "_sort",
            "_include",
            "_revinclude",
            "_summary",
            "_total",
            "_elements",
            "_format",
            "_pretty",
            "_type",
            "_profile",
            "_tag",
            "_getpages",
            "_getpagesoffset",
            "_bundletype",
            "_query",
            "_outputFormat");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,127}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9./,-]{1,500}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/,*+-]{1,500}");

    private KeptQuery() {}

    static String of(String query) {
        return Arrays.stream(query.split("&", -1)).map(KeptQuery::pair).collect(Collectors.joining("&"));
    }

    private static String pair(String pair) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        if (equals < 0 || !NAME.matcher(name).matches()) {
            return LEFT_OUT;
        }
        String value = decoded(pair.substring(equals + 1));
        return name + "=" + (isKept(name, value) ? value : LEFT_OUT);
    }

    /** A modifier that is a type, or none, leaves an id an id; a chain looks at something else. */
    private static boolean isKept(String name, String value) {
        return (WITH_IDS.contains(name.replaceFirst(":[A-Z][A-Za-z]+$", ""))
                        && ID.matcher(value).matches())
                || (WITHOUT_PEOPLE.contains(name.replaceFirst(":[a-z]+$", ""))
                        && PLAIN.matcher(value).matches());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return LEFT_OUT;
        }
    }
}
