package org.manypaths.transition;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;

/** Why a write of a handoff is refused; {@link #code()} is stable, programs may rely on it. */
enum TransitionCode {
    ILLEGAL_MOVE("illegal-move", IssueType.BUSINESSRULE),
    NOT_YOUR_MOVE("not-your-move", IssueType.FORBIDDEN),
    REASON("reason", IssueType.REQUIRED),
    OWNER("owner", IssueType.REQUIRED),
    OUTCOME("outcome", IssueType.REQUIRED),
    FIXED("fixed", IssueType.BUSINESSRULE),
    VISIT("visit", IssueType.BUSINESSRULE),
    PARTY("party", IssueType.BUSINESSRULE),
    FIRST_STATE("first-state", IssueType.BUSINESSRULE),
    DELETE("delete", IssueType.BUSINESSRULE);

    private final String kind;
    private final IssueType type;

    TransitionCode(String kind, IssueType type) {
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "transition/" + kind;
    }

    Issue issue(String problem) {
        return Issue.error(type, code(), problem);
    }
}
