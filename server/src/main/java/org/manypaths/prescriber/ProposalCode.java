package org.manypaths.prescriber;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why a proposal is not taken, or not decided on; {@link #code()} is stable, programs may rely on it. */
enum ProposalCode {
    ORDER(400, "order", IssueType.REQUIRED),
    OTHER_PERSON(422, "other-person", IssueType.BUSINESSRULE),
    REPLACES(422, "replaces", IssueType.NOTFOUND),
    SCOPE(403, "scope", IssueType.FORBIDDEN),
    DECISION(400, "decision", IssueType.INVALID),
    REASON(422, "reason", IssueType.REQUIRED),
    NOT_A_PROPOSAL(422, "not-a-proposal", IssueType.BUSINESSRULE),
    REPLACED(409, "replaced", IssueType.CONFLICT),
    PLAN_CLOSED(409, "plan-closed", IssueType.CONFLICT),
    DECIDED(409, "decided", IssueType.CONFLICT),
    NOT_YOURS(403, "not-yours", IssueType.FORBIDDEN);

    private final int status;
    private final String kind;
    private final IssueType type;

    ProposalCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "proposal/" + kind;
    }

    Refusal refusal(String problem, String remedy, String... path) {
        return new Refusal(
                status, Issue.error(type, code(), problem).remedy(remedy).at(path));
    }
}
