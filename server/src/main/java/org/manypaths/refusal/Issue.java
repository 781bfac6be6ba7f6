package org.manypaths.refusal;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * One thing that the sender of a request should know: what is wrong, where, and what would put it right.
 *
 * @param code stable and of the form {@code capability/kind}; programs may rely on it, sentences may change
 * @param problem what is wrong, one or more full sentences
 * @param remedy what would put it right, full sentences; empty where nothing can be advised
 * @param expression FHIRPath of the elements in question; empty where the request as a whole is meant
 * @param messageId the name under which the FHIR validator or HAPI knows the problem, for the engineers; may be absent
 */
public record Issue(
        IssueSeverity severity,
        IssueType type,
        String code,
        String problem,
        String remedy,
        List<String> expression,
        Optional<String> messageId) {

    public Issue {
        expression = List.copyOf(expression);
    }

    public static Issue error(IssueType type, String code, String problem) {
        return new Issue(IssueSeverity.ERROR, type, code, problem, "", List.of(), Optional.empty());
    }

    public static Issue warning(IssueType type, String code, String problem) {
        return new Issue(IssueSeverity.WARNING, type, code, problem, "", List.of(), Optional.empty());
    }

    public static Issue information(IssueType type, String code, String problem) {
        return new Issue(IssueSeverity.INFORMATION, type, code, problem, "", List.of(), Optional.empty());
    }

    public Issue remedy(String sentence) {
        return new Issue(severity, type, code, problem, sentence, expression, messageId);
    }

    public Issue at(String... path) {
        return at(List.of(path));
    }

    public Issue at(List<String> paths) {
        return new Issue(severity, type, code, problem, remedy, paths, messageId);
    }

    public Issue messageId(String id) {
        return new Issue(severity, type, code, problem, remedy, expression, Optional.of(id));
    }

    /** This issue as seen from the container that holds the resource, say {@code Bundle.entry[7].resource}. */
    public Issue within(String container) {
        return at(
                expression.isEmpty()
                        ? List.of(container)
                        : expression.stream()
                                .map(path -> rebase(path, container))
                                .toList());
    }

    public boolean refuses() {
        return severity == IssueSeverity.ERROR || severity == IssueSeverity.FATAL;
    }

    /** What is wrong and what would put it right, to be read by a person. */
    public String sentence() {
        return remedy.isEmpty() ? problem : problem + " " + remedy;
    }

    private static String rebase(String path, String container) {
        int dot = path.indexOf('.');
        return dot < 0 ? container : container + path.substring(dot);
    }
}
