package org.manypaths.access;

import ca.uhn.fhir.util.UrlUtil;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manypaths.refusal.RequestCode;
import org.manypaths.search.EveryType;
import org.manypaths.security.Interaction;

/** Keeps the condition of a write to the records of the one who writes. Pure. */
final class ConditionRules {

    private ConditionRules() {}

    /** The condition with the criteria that find the caller's own records alone, and of those what its scopes reach. */
    static String narrowed(String url, String type, Sight sight, Interaction interaction) {
        String criteria = ScopeRules.constraints(sight.session(), type, interaction).stream()
                .map(constraint ->
                        "&" + constraint.name() + "=" + URLEncoder.encode(constraint.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return narrowed(url, type, sight, false) + criteria;
    }

    /** The same for a condition in a reference. */
    static String ofReference(String url, String type, Sight sight) {
        return narrowed(url, type, sight, true);
    }

    private static String narrowed(String url, String type, Sight sight, boolean reference) {
        int question = url.indexOf('?');
        String query = question < 0 ? url : url.substring(question + 1);
        check(query);
        // Who is who may be referred to by everybody.
        List<String> own = new ArrayList<>(Narrowing.own(sight));
        if (AccessTypes.DIRECTORY.contains(type) && reference) {
            own.add(Marks.OPEN + "|" + Marks.DIRECTORY);
        }
        String criterion = Marks.PARAMETER + "="
                + URLEncoder.encode(
                        own.isEmpty() ? Narrowing.CLIENT + "|none" : String.join(",", own), StandardCharsets.UTF_8);
        return type + "?" + (query.isBlank() ? "" : query + "&") + criterion;
    }

    /** What the storage passes over would make a condition of fewer criteria than were sent. */
    private static void checkFollowed(String name) {
        String bare = name.replaceFirst(":.*", "");
        if (bare.startsWith("_") && !CriteriaRules.isLinked(name) && !EveryType.PARAMETERS.contains(bare)) {
            throw RequestCode.UNKNOWN_PARAMETER.refusal(
                    "The condition of a write cannot ask for " + bare + ".",
                    "Use a business identifier, or one of " + String.join(", ", new TreeSet<>(EveryType.PARAMETERS))
                            + ".");
        }
    }

    private static void check(String query) {
        Map<String, String[]> parameters = UrlUtil.parseQueryString(query);
        CriteriaRules.check(parameters);
        parameters.keySet().forEach(ConditionRules::checkFollowed);
        if (parameters.keySet().stream().anyMatch(CriteriaRules::isLinked)) {
            throw AccessCode.CRITERION.refusal(
                    "The condition of a write cannot look into other records.", "Use a business identifier.");
        }
    }
}
