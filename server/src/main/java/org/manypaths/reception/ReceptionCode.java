package org.manypaths.reception;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why a document is not received; {@link #code()} is stable, programs may rely on it. */
enum ReceptionCode {
    BODY(400, "body", IssueType.STRUCTURE),
    NOT_A_DOCUMENT(422, "not-a-document", IssueType.INVALID),
    DANGLING(422, "dangling", IssueType.NOTFOUND),
    OTHER_PERSON(422, "other-person", IssueType.BUSINESSRULE),
    DIGEST(422, "digest", IssueType.SECURITY),
    CHANGED(409, "changed", IssueType.CONFLICT),
    CONSENT(403, "consent", IssueType.FORBIDDEN),
    NOT_ADDRESSED(403, "not-addressed", IssueType.FORBIDDEN),
    SCOPE(403, "scope", IssueType.FORBIDDEN),
    UNCLEAR_PERSON(409, "unclear-person", IssueType.MULTIPLEMATCHES),
    BUSY(409, "busy", IssueType.CONFLICT);

    private final int status;
    private final String kind;
    private final IssueType type;

    ReceptionCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "reception/" + kind;
    }

    Issue issue(String problem, String remedy, String path) {
        return issue(problem, remedy, path.isEmpty() ? List.of() : List.of(path));
    }

    Issue issue(String problem, String remedy, List<String> paths) {
        Issue issue = Issue.error(type, code(), problem).remedy(remedy);
        return paths.isEmpty() ? issue : issue.at(paths);
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, issue(problem, remedy, ""));
    }

    Refusal refusal(List<Issue> issues) {
        return new Refusal(status, issues);
    }
}
