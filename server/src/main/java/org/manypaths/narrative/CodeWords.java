package org.manypaths.narrative;

import java.util.Map;

/** Codes of FHIR itself in words; those that are words already only lose their hyphens. */
final class CodeWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("entered-in-error", "entered in error"),
            Map.entry("noshow", "the visit did not take place"),
            Map.entry("fulfilled", "took place"),
            Map.entry("final", "complete"),
            Map.entry("preliminary", "not complete yet"),
            Map.entry("registered", "begun"),
            Map.entry("amended", "changed after it was complete"),
            Map.entry("revoked", "withdrawn"),
            Map.entry("not-done", "not done"),
            Map.entry("agree", "agrees"),
            Map.entry("disagree", "does not agree"),
            Map.entry("partly", "agrees in part"),
            Map.entry("permit", "may be shared"),
            Map.entry("deny", "must not be shared"),
            Map.entry("inactive", "no longer in force"),
            Map.entry("superseded", "replaced by a later one"),
            Map.entry("d", "day"),
            Map.entry("h", "hour"),
            Map.entry("min", "minute"),
            Map.entry("s", "second"),
            Map.entry("wk", "week"),
            Map.entry("mo", "month"),
            Map.entry("a", "year"));

    private CodeWords() {}

    static String of(String code) {
        String words = WORDS.get(code);
        return words == null ? code.replace('-', ' ') : words;
    }
}
