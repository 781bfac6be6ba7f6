package org.manypaths.validation;

import static org.manypaths.validation.ValidationCode.CODE_NOT_IN_VALUE_SET;
import static org.manypaths.validation.ValidationCode.DISPLAY;
import static org.manypaths.validation.ValidationCode.FIXED_VALUE;
import static org.manypaths.validation.ValidationCode.FORMAT;
import static org.manypaths.validation.ValidationCode.REFERENCE_TYPE;
import static org.manypaths.validation.ValidationCode.REQUIRED;
import static org.manypaths.validation.ValidationCode.SLICE_REQUIRED;
import static org.manypaths.validation.ValidationCode.TOO_MANY;
import static org.manypaths.validation.ValidationCode.UNCHECKED_CODE;
import static org.manypaths.validation.ValidationCode.UNKNOWN_CODE;
import static org.manypaths.validation.ValidationCode.UNKNOWN_ELEMENT;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of the FHIR validator and what we say instead.
 *
 * <p>The validator hands its findings over as finished sentences, so the names in them are read back by pattern. A
 * sentence that no rule knows is passed on as it is: true, if less kind.
 */
final class MessageRules {

    private static final String FROM = " \\(from (?<profile>[^)]*)\\).*";

    private static final List<Rule> RULES = List.of(
            rule(
                    "Slice '(?<path>[^':]*):?(?<slice>[^']*)'(?: for extension '[^']*')?: (?:a matching slice is required, but not found|minimum required = .*)"
                            + FROM,
                    SLICE_REQUIRED,
                    m -> "The profile " + name(m.group("profile")) + " requires '" + m.group("slice") + "' in "
                            + m.group("path") + ", and it is missing.",
                    m -> "Add an entry to " + m.group("path") + " as " + url(m.group("profile"))
                            + " describes it under '" + m.group("slice") + "'."),
            rule(
                    "(?<path>[^ ]*): minimum required = (?<min>\\d+), but only found (?<found>\\d+)" + FROM,
                    REQUIRED,
                    m -> m.group("found").equals("0")
                            ? m.group("path") + " is required by " + name(m.group("profile")) + ", and it is missing."
                            : m.group("path") + " must be there at least " + m.group("min") + " times by "
                                    + name(m.group("profile")) + ", and is there " + m.group("found") + " times.",
                    m -> "Add " + m.group("path") + "."),
            rule(
                    "(?<path>[^ ]*): max allowed = (?<max>\\d+), but found (?<found>\\d+)" + FROM,
                    TOO_MANY,
                    m -> m.group("path") + " may be there at most " + m.group("max") + " times by "
                            + name(m.group("profile")) + ", and is there " + m.group("found") + " times.",
                    m -> "Leave out what is too much."),
            rule(
                    "(?:None of the codings provided are in|The Coding provided \\((?<coding>[^)]*)\\) was not found in|The value provided \\('(?<value>[^']*)'\\) was not found in|The code provided \\((?<code>[^)]*)\\) (?:was not found in|is not in)) the value set '(?<set>[^']*)' \\((?<url>[^)]*)\\).*?(?:\\(codes = (?<codes>.*)\\))?",
                    CODE_NOT_IN_VALUE_SET,
                    m -> "The code " + given(m) + " is not in the value set " + m.group("set") + ".",
                    m -> "Choose a code from " + url(m.group("url")) + "; ValueSet/$expand?url=" + url(m.group("url"))
                            + " lists them."),
            rule(
                    "No code provided, and a code (?:is required|should be provided) from the value set '(?<set>[^']*)' \\((?<url>[^)]*)\\).*",
                    CODE_NOT_IN_VALUE_SET,
                    m -> "There is no code here, and one from the value set " + m.group("set") + " is expected.",
                    m -> "Add a code from " + url(m.group("url")) + "."),
            rule(
                    "(?:CodeSystem is unknown and can't be validated: |Unable to expand ValueSet because CodeSystem could not be found: |.*A definition for CodeSystem ')(?<system>[^ ']*).*",
                    UNCHECKED_CODE,
                    m -> "This server does not carry the code system " + m.group("system")
                            + ", so its codes were taken as they came.",
                    m -> ""),
            rule(
                    "Unknown code '(?<code>[^']*)' (?:in the CodeSystem|for in-memory expansion).*|Unknown code '?(?<other>[^' ]*)'?.*",
                    UNKNOWN_CODE,
                    m -> "The code " + Optional.ofNullable(m.group("code")).orElse(m.group("other"))
                            + " does not exist in its code system.",
                    m -> "Check the code for a slip of the pen."),
            rule(
                    "Unable to validate code (?<code>\\S+) - Code is not found in CodeSystem: .*",
                    UNKNOWN_CODE,
                    m -> "The code " + m.group("code") + " does not exist in its code system.",
                    m -> "Check the code for a slip of the pen."),
            rule(
                    "Unable to validate code (?<code>\\S+) - Unknown code .*expansion.*",
                    CODE_NOT_IN_VALUE_SET,
                    m -> "The code " + m.group("code") + " is not in the value set that is expected here.",
                    m -> "Choose a code from the value set to which the element is bound."),
            rule(
                    "(?:Wrong Display Name|Concept Display) .*",
                    DISPLAY,
                    m -> "The display text does not belong to the code: " + m.group() + ".",
                    m -> "Leave the display out or copy it from the code system."),
            rule(
                    "The type '(?<type>[^']*)' implied by the reference URL (?<ref>\\S+) is not a valid Target for this element \\(must be one of \\[?(?<types>[^)\\]]*)\\]?\\).*",
                    REFERENCE_TYPE,
                    m -> "The reference " + m.group("ref") + " points to a resource of type " + m.group("type")
                            + ", which has no place here.",
                    m -> "Refer to one of: " + m.group("types") + "."),
            rule(
                    "Value is '(?<is>[^']*)' but is fixed to '(?<must>[^']*)' in the profile (?<profile>\\S+).*",
                    FIXED_VALUE,
                    m -> "The value is '" + m.group("is") + "', and " + name(m.group("profile")) + " fixes it to '"
                            + m.group("must") + "'.",
                    m -> "Use '" + m.group("must") + "'."),
            rule(
                    "(?:Unrecognized (?:property|Content) ).*",
                    UNKNOWN_ELEMENT,
                    m -> "This element does not exist in FHIR R4: " + m.group() + ".",
                    m -> "Check its name, or leave it out."),
            rule(
                    "If a date has a time, it must have a timezone.*",
                    FORMAT,
                    m -> "The time has no offset, so nobody can tell which moment it was.",
                    m -> "Write it with one, as 2026-01-12T09:45:00-05:00, or send the day alone."),
            rule(
                    "Element value '(?<value>[^']*)' does not meet (?<kind>\\w+) regex .*",
                    FORMAT,
                    m -> "'" + m.group("value") + "' is no " + m.group("kind") + " as R4 writes it.",
                    m -> m.group("kind").matches("instant|dateTime")
                            ? "Write a moment with seconds and an offset, as 2026-01-12T09:45:00-05:00."
                            : "Write the value in the format that R4 gives for its type."),
            rule(
                    "Not a valid (?<kind>date|date/time|instant) format: '(?<value>[^']*)'.*",
                    FORMAT,
                    m -> "'" + m.group("value") + "' is no " + m.group("kind") + " as R4 writes it.",
                    m -> m.group("kind").equals("instant")
                            ? "Write it with seconds and an offset, as 2026-01-12T09:45:00-05:00."
                            : "Write it as 2026-01-12"
                                    + (m.group("kind").equals("date")
                                            ? ", or 2026-01 or 2026 where the rest is not known."
                                            : " or 2026-01-12T09:45:00-05:00.")),
            rule(
                    "The Profile '(?<profile>[^']*)' definition allows for the types? (?<types>.*) but found type (?<found>\\w+).*",
                    FORMAT,
                    m -> "The value is a " + m.group("found") + ", and " + name(m.group("profile")) + " has a "
                            + m.group("types") + " here.",
                    m -> "Send it as a " + m.group("types") + "."),
            rule(
                    "(?:Not a valid|The value '[^']*' is not a valid|URI values cannot|UUIDs must|id value '|Boolean values must|value should not|The code '[^']*' is not valid \\(whitespace).*",
                    FORMAT,
                    m -> m.group() + ".",
                    m -> "Write the value in the format that R4 gives for its type."));

    private MessageRules() {}

    /** What we say for this sentence; empty where we have no better words. */
    static Optional<Wording> wording(String message) {
        return RULES.stream().flatMap(rule -> rule.apply(message).stream()).findFirst();
    }

    private static Rule rule(
            String pattern, ValidationCode code, Function<Matcher, String> problem, Function<Matcher, String> remedy) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), code, problem, remedy);
    }

    private static String given(Matcher match) {
        for (String group : List.of("coding", "value", "code", "codes")) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        return "given";
    }

    /** The last part of a canonical URL, by which people know a profile. */
    private static String name(String canonical) {
        String url = url(canonical);
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String url(String canonical) {
        int version = canonical.indexOf('|');
        return version < 0 ? canonical : canonical.substring(0, version);
    }

    /** What is wrong and what would help, in our words. */
    record Wording(ValidationCode code, String problem, String remedy) {}

    private record Rule(
            Pattern pattern, ValidationCode code, Function<Matcher, String> problem, Function<Matcher, String> remedy) {

        Optional<Wording> apply(String message) {
            Matcher match = pattern.matcher(message);
            return match.matches()
                    ? Optional.of(new Wording(code, problem.apply(match), remedy.apply(match)))
                    : Optional.empty();
        }
    }
}
