package org.manypaths.handoff;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why a handoff is not made; {@link #code()} is stable, programs may rely on it. */
enum HandoffCode {
    PARAMETER(400, "parameter", IssueType.INVALID),
    RECIPIENT_MISSING(400, "recipient-missing", IssueType.REQUIRED),
    RECIPIENT_UNKNOWN(422, "recipient-unknown", IssueType.NOTFOUND),
    RECIPIENT_NOT_ACTIVE(422, "recipient-not-active", IssueType.BUSINESSRULE),
    RECIPIENT_IS_SENDER(422, "recipient-is-sender", IssueType.BUSINESSRULE),
    PURPOSE_MISSING(400, "purpose-missing", IssueType.REQUIRED),
    PURPOSE_UNKNOWN(422, "purpose-unknown", IssueType.CODEINVALID),
    AS_OF(400, "as-of", IssueType.INVALID),
    AS_OF_BEFORE_PLAN(422, "as-of-before-plan", IssueType.BUSINESSRULE),
    NOT_A_PLAN(422, "not-an-integrative-plan", IssueType.BUSINESSRULE),
    PLAN_STANDS_NOT(422, "plan-does-not-stand", IssueType.BUSINESSRULE),
    PERSON_DIED(422, "person-died", IssueType.BUSINESSRULE),
    NO_PLAN(404, "no-plan", IssueType.NOTFOUND),
    PROFILE(422, "profile", IssueType.NOTSUPPORTED),
    NO_DOCUMENT(404, "no-document", IssueType.NOTFOUND),
    SENDER_UNKNOWN(422, "sender-unknown", IssueType.BUSINESSRULE),
    SENDER_NOT_YOURS(403, "sender-not-yours", IssueType.FORBIDDEN),
    SCOPE(403, "scope", IssueType.FORBIDDEN),
    NEEDS_POST(405, "needs-post", IssueType.NOTSUPPORTED),
    CONSENT_UNKNOWN(422, "consent-unknown", IssueType.NOTFOUND),
    CONSENT_NOT_IN_FORCE(403, "consent-not-in-force", IssueType.FORBIDDEN),
    NOTHING_MAY_GO(403, "nothing-may-go", IssueType.FORBIDDEN),
    SAFETY_FACT_KEPT_BACK(422, "safety-fact-kept-back", IssueType.BUSINESSRULE),
    GAP(422, "gap", IssueType.BUSINESSRULE),
    GAP_UNKNOWN_NAME(422, "gap-name-unknown", IssueType.NOTFOUND),
    OUTREACH_MISSING(422, "outreach-missing", IssueType.REQUIRED);

    private final int status;
    private final String kind;
    private final IssueType type;

    HandoffCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    int status() {
        return status;
    }

    String code() {
        return "handoff/" + kind;
    }

    Issue issue(String problem, String remedy) {
        return Issue.error(type, code(), problem).remedy(remedy);
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, issue(problem, remedy));
    }

    /** The same, at a parameter by its name. */
    Refusal about(String parameter, String problem, String remedy) {
        return new Refusal(status, issue(problem, remedy).at("Parameters.parameter.where(name = '" + parameter + "')"));
    }
}
