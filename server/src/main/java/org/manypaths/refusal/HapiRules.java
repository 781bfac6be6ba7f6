package org.manypaths.refusal;

import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ResourceType;
import org.manypaths.conformance.Canonical;

/**
 * The refusals of HAPI that a partner's program meets, and what we say instead.
 *
 * <p>HAPI's numbers are stable and its sentences are not, so a rule is found by number; the names that a sentence
 * holds are read back by pattern, and where a pattern fits no more the sentence itself is passed on.
 */
final class HapiRules {

    private static final String ANYTHING = ".*";
    private static final Set<String> NOT_OFFERED =
            Set.of(Canonical.ACCESS, "_security", "_filter", "_list", "_contained");

    /** By which the trail is searched. */
    private static final List<String> TRAIL = List.of("_id", "agent", "date", "outcome", "patient");

    private static final List<Rule> RULES = List.of(
            rule(RequestCode.UNKNOWN_PARAMETER, "0524|1223|0323|1209|2539")
                    .where("Unknown search parameter \"(?<name>[^\"]*)\" for resource type \"(?<type>[^\"]*)\"\\."
                            + " Valid search parameters for this search are: (?<valid>.*)")
                    .problem(m -> "There is no search parameter " + m.group("name") + " for " + m.group("type") + ".")
                    .remedy(m -> "Valid here are: " + list(m.group("valid")) + "."),
            rule(RequestCode.UNKNOWN_PARAMETER, "1194|2306|2523")
                    .where("Unknown _sort parameter value \"(?<name>[^\"]*)\" for resource type \"(?<type>[^\"]*)\".*"
                            + "Valid values for this search are: (?<valid>.*)")
                    .problem(m -> m.group("type") + " cannot be sorted by " + m.group("name") + ".")
                    .remedy(m -> "It can by: " + list(m.group("valid")) + "."),
            rule(RequestCode.INVALID_PARAMETER, "2015|2018")
                    .where("Invalid (?<param>\\S+) parameter value: \"(?<value>[^\"]*)\"\\. (?<why>.*)")
                    .problem(m -> m.group("param") + "=" + m.group("value") + " cannot be followed. " + m.group("why"))
                    .remedy(m -> "Its form is Type:parameter, with a reference parameter of that type."),
            rule(RequestCode.DANGLING_REFERENCE, "1094|1095")
                    .where("Resource (?<ref>\\S+) (?:not found|is not known), specified in path: (?<path>[A-Za-z.]+).*")
                    .problem(m -> path(m) + " refers to " + m.group("ref") + ", which is not here.")
                    .remedy(m -> "Send " + m.group("ref") + " first or in the same transaction, or mend the reference.")
                    .at(m -> List.of(path(m))),
            rule(RequestCode.DANGLING_REFERENCE, "1096")
                    .where("Resource (?<ref>\\S+) is deleted, specified in path: (?<path>[A-Za-z.]+).*")
                    .problem(m -> path(m) + " refers to " + m.group("ref") + ", which was deleted.")
                    .remedy(m -> "Mend the reference or leave it out.")
                    .at(m -> List.of(path(m))),
            rule(RequestCode.DANGLING_REFERENCE, "1091")
                    .where("Invalid match URL \"(?<url>[^\"]*)\" - No resources match this search")
                    .problem(m -> "A reference asks for " + m.group("url") + ", and nothing here fits that.")
                    .remedy(m -> "Send first what it should find, or mend the search in the reference."),
            rule(RequestCode.STILL_REFERENCED, "0515")
                    .where("Unable to delete (?<what>\\S+) because at least one resource has a reference to this"
                            + " resource\\. First reference found was resource (?<by>\\S+) in path (?<path>\\S+).*")
                    .problem(m -> m.group("what") + " cannot be deleted, for " + m.group("by") + " refers to it in "
                            + m.group("path") + ".")
                    .remedy(m -> "Delete what refers to it first or in the same transaction."),
            rule(RequestCode.STALE_VERSION, "0989|0961")
                    .where("Trying to \\w+ (?<what>\\S+) but this is not the current version")
                    .problem(m -> "Somebody changed the resource since you read it: " + m.group("what")
                            + " is not its current version.")
                    .remedy(m -> "Read it again, make your change in what you get, and send it with that version in"
                            + " If-Match."),
            rule(RequestCode.STALE_VERSION, "0974")
                    .where("Version (?<version>\\S+) is not the most recent version of this resource.*")
                    .problem(m -> "Somebody changed the resource since you read it: version " + m.group("version")
                            + " is not its current one.")
                    .remedy(m -> "Read it again, and send your change with that version in If-Match."),
            rule(RequestCode.BUSY, "0549|0550|0823|0824|0825")
                    .where(ANYTHING)
                    .problem(m -> "Somebody else wrote the same resource at the same moment.")
                    .remedy(m -> "Nothing of your request was stored; send it again."),
            rule(RequestCode.MULTIPLE_MATCHES, "0955|0958|0962|0988|0972")
                    .where(".*match URL \"(?<url>[^\"]*)\" because this search matched (?<n>\\d+) resources")
                    .problem(m -> "The condition " + m.group("url") + " fits " + m.group("n") + " resources.")
                    .remedy(m -> "Use a condition that fits one at most, say a business identifier."),
            rule(RequestCode.NOT_FOUND, "2001|1995|1996|0436|0979")
                    .where("(?:Resource )?(?<what>\\S+) is not known")
                    .problem(m -> m.group("what") + " is not here."),
            rule(RequestCode.UNKNOWN_TYPE, "0302")
                    .where("Unknown resource type '(?<type>[^']*)'.*")
                    .problem(m -> "There is no resource type " + m.group("type") + " here.")
                    .remedy(m -> "The CapabilityStatement under /metadata lists the types."),
            rule(RequestCode.ID_MISMATCH, "0418|0419|0420")
                    .where(ANYTHING)
                    .problem(m -> "The id in the body is not the id in the URL, or one of them is missing.")
                    .remedy(m -> "A PUT has the same id in both; use POST to have one given."),
            rule(RequestCode.CHOSEN_ID, "0960")
                    .where(ANYTHING)
                    .problem(m -> "An id of digits alone is for the server to give.")
                    .remedy(m -> "POST the resource to have an id given, or put a letter in yours."),
            rule(RequestCode.WRONG_TYPE, "0520")
                    .where("Incorrect resource type detected for endpoint, found (?<found>\\w+) but expected"
                            + " (?<expected>\\w+)")
                    .problem(m -> "The body holds a " + m.group("found") + ", and this URL is for "
                            + m.group("expected") + ".")
                    .remedy(m -> "Send it to the URL of its own type."),
            rule(RequestCode.WRONG_TYPE, "0446|1814")
                    .where(
                            ".*Incorrect resource type found, expected \"(?<expected>\\w+)\" but found \"(?<found>\\w+)\".*")
                    .problem(m -> "The body holds a " + m.group("found") + ", and this URL is for "
                            + m.group("expected") + ".")
                    .remedy(m -> "Send it to the URL of its own type."),
            rule(RequestCode.EMPTY_BODY, "0450")
                    .where(".*Did not find any content to parse.*")
                    .problem(m -> "The request has no body.")
                    .remedy(m ->
                            "Send Parameters with what the operation takes, as its OperationDefinition lists it; an"
                                    + " empty Parameters where that is nothing."),
            rule(RequestCode.INVALID_PARAMETER, "0303")
                    .where(".*how to handle (?<method>\\w+) operation\\[(?<path>[^\\]]*)\\].*\\b_query\\b.*")
                    .problem(m -> "There is no such named query for " + m.group("path") + ", or it asks for more.")
                    .remedy(m -> "Observation has need-without-alternative, which asks for patient."),
            rule(RequestCode.UNKNOWN_PARAMETER, "0303|0302")
                    .where(
                            ".*how to handle GET operation\\[AuditEvent\\] with parameters \\[\\[(?<asked>[^\\]]*)\\]\\].*")
                    .problem(m -> "AuditEvent is not searched by " + others(m.group("asked"), TRAIL) + " here.")
                    .remedy(m ->
                            "It is searched by " + String.join(", ", TRAIL) + "; a page of it by _count and _offset."),
            rule(RequestCode.INVALID, "0303|0302")
                    .where(".*how to handle (?<method>\\w+) operation\\[(?<path>[^\\]]*)\\].*")
                    .problem(m -> m.group("method") + " " + m.group("path") + " means nothing here.")
                    .remedy(m -> "The CapabilityStatement under /metadata lists what can be asked."),
            rule(RequestCode.INVALID_PARAMETER, "0361|0362")
                    .where("Request has parameter (?<name>\\S+) of type (?<is>\\w+) but method expects type"
                            + " (?<must>\\w+)")
                    .problem(m -> "The parameter " + m.group("name") + " came as " + place(m.group("is"))
                            + ", and this operation reads it as " + place(m.group("must")) + ".")
                    .remedy(m -> "Send it as " + place(m.group("must")) + ".")
                    .at(m -> List.of("Parameters.parameter.where(name = '" + m.group("name") + "')")),
            rule(RequestCode.INVALID, "0967")
                    .where(ANYTHING)
                    .problem(m -> "The URL does not say what to delete.")
                    .remedy(m -> "Name it, as in Patient/1, or give a condition, as in Patient?identifier=1."),
            rule(RequestCode.UNPROCESSABLE, "0702")
                    .where("Unable to expand ValueSet because CodeSystem could not be found: (?<system>[^\\s\"]+).*")
                    .problem(m -> "The value set cannot be listed: it takes codes from " + m.group("system")
                            + ", a code system that is not here.")
                    .remedy(m -> "Have the operator bring the code system in, or use a value set that names its codes"
                            + " itself."),
            rule(RequestCode.NOT_FOUND, "0886|0889|2788")
                    .where("Unknown ValueSet: (?<url>\\S+)")
                    .problem(m -> "The value set " + UrlUtil.unescape(m.group("url")) + " is not here.")
                    .remedy(m -> "The search ValueSet?url= finds those that are."),
            rule(RequestCode.UNPROCESSABLE, "0888|2028|2029")
                    .where(ANYTHING)
                    .problem(m -> "The value set cannot be listed: what it is made of is not here, or not whole.")
                    .remedy(m -> "The search ValueSet?url= finds those that are here."),
            rule(RequestCode.INVALID, "1272")
                    .where("(?:no such path|no such index|no such parent|parent of|reference token).*")
                    .problem(m -> "A path of the patch leads nowhere in the resource as it stands.")
                    .remedy(m -> "Read the resource and give the paths that are in it, as /status or /note/0/text;"
                            + " /note/- adds at the end of a list that is there."),
            rule(RequestCode.INVALID, "1272")
                    .where("value differs from expectations.*")
                    .problem(m -> "A test of the patch does not hold: the resource has another value there.")
                    .remedy(m -> "Read the resource again, and send the patch that fits it."),
            rule(RequestCode.INVALID, "1272")
                    .where(ANYTHING)
                    .problem(m -> "The body is no JSON Patch.")
                    .remedy(m ->
                            "Send a list of operations, each with op (add, remove, replace, move, copy or test), path,"
                                    + " and value or from where that needs one (RFC 6902)."),
            rule(RequestCode.INVALID, "1271")
                    .where(ANYTHING)
                    .problem(m -> "What the patch makes of the resource is none that can be read.")
                    .remedy(m -> "Look at the names of the elements and the form of the values that it puts in."),
            rule(RequestCode.TOO_COSTLY, "0831|0832")
                    .where(ANYTHING)
                    .problem(m -> "The value set has more codes than one answer may hold.")
                    .remedy(m -> "Narrow it with filter, or page through it with offset and count."));

    private HapiRules() {}

    /** What we say to this refusal of HAPI's; empty where we have no better words. */
    static Optional<Refusal> refusal(HapiMessage message) {
        return message.number().flatMap(number -> RULES.stream()
                .filter(rule -> rule.numbers.matcher(number).matches())
                .flatMap(rule -> rule.apply(message).stream())
                .findFirst());
    }

    private static Rule rule(RequestCode code, String numbers) {
        return new Rule(code, Pattern.compile(numbers));
    }

    /** Search parameters look at a part of an element, as in {@code Observation.subject.where(…)}. */
    private static String path(Matcher match) {
        return match.group("path").replaceAll("\\.(?:where|as|ofType|resolve)?$", "");
    }

    /** Without what is the server's own, or refused to clients. */
    private static String list(String names) {
        return Arrays.stream(names.replaceAll("[\\[\\]]", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !NOT_OFFERED.contains(name))
                .collect(Collectors.joining(", "));
    }

    /** Those of the names that are not known. */
    private static String others(String names, List<String> known) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !known.contains(name))
                .collect(Collectors.joining(", "));
    }

    /** Where Parameters carry what HAPI has in a class of this name. */
    private static String place(String type) {
        boolean resource = Arrays.stream(ResourceType.values())
                .anyMatch(known -> known.name().equals(type));
        return resource ? "resource (" + type + ")" : "value" + type.replaceFirst("Type$", "");
    }

    /** Built once, never changed after. */
    private static final class Rule {

        private final RequestCode code;
        private final Pattern numbers;
        private Pattern words = Pattern.compile(ANYTHING);
        private Function<Matcher, String> problem = Matcher::group;
        private Function<Matcher, String> remedy = match -> "";
        private Function<Matcher, List<String>> path = match -> List.of();

        Rule(RequestCode code, Pattern numbers) {
            this.code = code;
            this.numbers = numbers;
        }

        Rule where(String pattern) {
            words = Pattern.compile(pattern, Pattern.DOTALL);
            return this;
        }

        Rule problem(Function<Matcher, String> sentence) {
            problem = sentence;
            return this;
        }

        Rule remedy(Function<Matcher, String> sentence) {
            remedy = sentence;
            return this;
        }

        Rule at(Function<Matcher, List<String>> elements) {
            path = elements;
            return this;
        }

        Optional<Refusal> apply(HapiMessage message) {
            Matcher match = words.matcher(message.words());
            if (!match.matches()) {
                return Optional.empty();
            }
            Issue issue =
                    code.issue(problem.apply(match)).remedy(remedy.apply(match)).at(path.apply(match));
            return Optional.of(new Refusal(
                    code.status(), message.id().map(issue::messageId).orElse(issue)));
        }
    }
}
