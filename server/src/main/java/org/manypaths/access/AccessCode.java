package org.manypaths.access;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why access is refused; {@link #code()} is stable, programs may rely on it. */
enum AccessCode {
    SCOPE(403, "scope", IssueType.FORBIDDEN),
    PURPOSE(403, "purpose", IssueType.FORBIDDEN),
    INTERACTION(403, "interaction", IssueType.FORBIDDEN),
    CRITERION(403, "criterion", IssueType.FORBIDDEN),
    NOT_YOURS(403, "not-yours", IssueType.FORBIDDEN),
    NAME_THE_PERSON(403, "name-the-person", IssueType.TOOCOSTLY),
    TOO_MANY_LINKED(403, "too-many-linked", IssueType.TOOCOSTLY),
    SUBSETTED(422, "subsetted", IssueType.BUSINESSRULE),
    UNCLEAR_PERSON(422, "unclear-person", IssueType.BUSINESSRULE),
    REDISCLOSURE(200, "redisclosure", IssueType.INFORMATIONAL),
    CONSENT(200, "consent", IssueType.INFORMATIONAL),
    COMPLETENESS(200, "completeness", IssueType.INFORMATIONAL);

    private final int status;
    private final String kind;
    private final IssueType type;

    AccessCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "access/" + kind;
    }

    /** What accompanies an answer that is given. */
    Issue information(String words) {
        return Issue.information(type, code(), words);
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, Issue.error(type, code(), problem).remedy(remedy));
    }
}
