package org.manypaths.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Issue;
import org.manypaths.validation.MessageRules.Wording;

/** Turns what the FHIR validator reports into issues that a colleague could have written. */
final class FindingTranslation {

    /** "Constraint failed: key: 'human words' (defined in url) (log: ...)". */
    private static final Pattern INVARIANT = Pattern.compile(
            "Constraint failed: (?<key>[^:]+): '(?<human>.*?)'(?: \\(defined in (?<source>[^)]*)\\))?(?: \\(log: .*)?",
            Pattern.DOTALL);

    /** What rules of FHIR say, where their own words are for machines; and what would mend it. */
    private static final Map<String, String> PLAINER = Map.of("per-1", "The period ends before it starts.");

    private static final Map<String, String> REMEDIES =
            Map.of("per-1", "Mend start or end, so that it ends after it starts. ");

    private static final Pattern UNKNOWN_EXTENSION = Pattern.compile("(?:Unknown extension|The extension) (\\S+).*");

    /**
     * Rules of the validator that R4 does not make. Synthea writes {@code DiagnosticReport/0eb7…} into an identifier of
     * the system for URIs; that is odd, and no reason to turn a person's record away.
     */
    private static final Set<String> TOLERATED =
            Set.of(I18nConstants.TYPE_SPECIFIC_CHECKS_DT_IDENTIFIER_IETF_SYSTEM_VALUE);

    private FindingTranslation() {}

    /** Errors and warnings in the order found; hints are dropped, and what was found twice is said once. */
    static List<Issue> translate(List<ValidationMessage> messages) {
        Map<String, Issue> issues = new LinkedHashMap<>();
        for (ValidationMessage message : messages) {
            translate(message).ifPresent(issue -> issues.merge(key(issue), issue, FindingTranslation::merge));
        }
        return issues.values().stream()
                .filter(issue -> !isToldBetter(issue, issues.values()))
                .toList();
    }

    /**
     * That a code does not exist or is not expected, where it is also told from which value set to choose one, or that the
     * value is of a type that has no codes.
     */
    private static boolean isToldBetter(Issue issue, Collection<Issue> all) {
        if (isOfValueSet(issue) && all.stream().anyMatch(other -> isOfType(other) && isAtTheSame(issue, other))) {
            return true;
        }
        boolean vague = isOfValueSet(issue) && isPassedThrough(issue);
        if (!vague && !issue.code().equals(ValidationCode.UNKNOWN_CODE.code())) {
            return false;
        }
        return all.stream()
                .filter(other -> isOfValueSet(other) && !isPassedThrough(other))
                .filter(other -> other.refuses() || (vague && !issue.refuses()))
                .anyMatch(other -> isWithin(issue, other) || isWithin(other, issue));
    }

    private static boolean isWithin(Issue one, Issue other) {
        return one.expression().get(0).startsWith(other.expression().get(0));
    }

    private static boolean isOfType(Issue issue) {
        return issue.messageId()
                .filter(I18nConstants.EXTENSION_PROF_TYPE::equals)
                .isPresent();
    }

    private static boolean isAtTheSame(Issue one, Issue other) {
        return one.expression().equals(other.expression());
    }

    private static boolean isOfValueSet(Issue issue) {
        return issue.code().equals(ValidationCode.CODE_NOT_IN_VALUE_SET.code());
    }

    /** What the terminology told the validator, which hands it on and then says the same with the value set's name. */
    private static boolean isPassedThrough(Issue issue) {
        return issue.messageId()
                .filter(I18nConstants.TERMINOLOGY_PASSTHROUGH_TX_MESSAGE::equals)
                .isPresent();
    }

    private static Optional<Issue> translate(ValidationMessage message) {
        Optional<Issue> foreign = unknownExtension(message);
        if (foreign.isPresent() || !isWorthSaying(message)) {
            return foreign;
        }
        Wording wording = wording(message);
        return Optional.of(issue(severity(message, wording.code()), wording, message));
    }

    private static boolean isWorthSaying(ValidationMessage message) {
        if (message.isSlicingHint() || message.isSignpost() || message.getMessageId() == null) {
            return message.isError();
        }
        return switch (message.getMessageId()) {
            // Declared profiles are judged by DeclaredProfiles, references by the storage that resolves them.
            case I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN,
                    I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY,
                    I18nConstants.REFERENCE_REF_SUSPICIOUS,
                    I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE -> false;
            default -> message.isError() || message.getLevel() == ValidationMessage.IssueSeverity.WARNING;
        };
    }

    /** An extension of ours that we do not know is a slip; another's is its own affair. */
    private static Optional<Issue> unknownExtension(ValidationMessage message) {
        if (!I18nConstants.EXTENSION_EXT_UNKNOWN.equals(message.getMessageId())) {
            return Optional.empty();
        }
        Matcher match = UNKNOWN_EXTENSION.matcher(message.getMessage());
        if (!match.matches() || !match.group(1).startsWith(Canonical.BASE)) {
            return Optional.empty();
        }
        Wording wording = new Wording(
                ValidationCode.UNKNOWN_EXTENSION,
                "There is no extension " + match.group(1) + ".",
                "Check its URL; StructureDefinition?type=Extension lists those that this server knows.");
        return Optional.of(issue(IssueSeverity.ERROR, wording, message));
    }

    private static Wording wording(ValidationMessage message) {
        String text = message.getMessage();
        Matcher invariant = INVARIANT.matcher(text);
        if (invariant.matches()) {
            String key = invariant.group("key");
            return new Wording(
                    ValidationCode.INVARIANT,
                    PLAINER.getOrDefault(key, sentence(invariant.group("human"))),
                    REMEDIES.getOrDefault(key, "") + "The rule is " + key
                            + Optional.ofNullable(invariant.group("source"))
                                    .map(source -> " of " + source)
                                    .orElse("")
                            + ".");
        }
        return MessageRules.wording(text).orElseGet(() -> new Wording(ValidationCode.OTHER, sentence(text), ""));
    }

    private static IssueSeverity severity(ValidationMessage message, ValidationCode code) {
        // What cannot be checked is never a reason to refuse: a required binding reports its own error beside it.
        boolean tolerable = code == ValidationCode.UNCHECKED_CODE
                || (message.getMessageId() != null && TOLERATED.contains(message.getMessageId()));
        return isOwnSlip(message, code) || (message.isError() && !tolerable)
                ? IssueSeverity.ERROR
                : IssueSeverity.WARNING;
    }

    /** Who writes a code of ours that is none means another one, whatever binds the element. */
    private static boolean isOwnSlip(ValidationMessage message, ValidationCode code) {
        return code == ValidationCode.UNKNOWN_CODE && message.getMessage().contains(Canonical.BASE + "/CodeSystem/");
    }

    private static Issue issue(IssueSeverity severity, Wording wording, ValidationMessage message) {
        return new Issue(
                severity,
                wording.code().type(),
                wording.code().code(),
                wording.problem(),
                wording.remedy(),
                List.of(path(message)),
                Optional.ofNullable(message.getMessageId()));
    }

    private static String path(ValidationMessage message) {
        String location = Optional.ofNullable(message.getLocation()).orElse("");
        // The validator marks choices and contained resources in a way of its own, which is not FHIRPath.
        return location.replaceAll("/\\*[^*]*\\*/", "");
    }

    private static String key(Issue issue) {
        return issue.severity() + issue.code() + issue.problem();
    }

    private static Issue merge(Issue first, Issue again) {
        List<String> paths = new ArrayList<>(first.expression());
        again.expression().stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        return first.at(paths);
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.isEmpty() || trimmed.endsWith(".") ? trimmed : trimmed + ".";
    }
}
