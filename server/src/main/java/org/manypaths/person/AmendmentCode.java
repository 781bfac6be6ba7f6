package org.manypaths.person;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why an amendment is not attached; {@link #code()} is stable, programs may rely on it. */
enum AmendmentCode {
    KIND(400, "kind", IssueType.CODEINVALID),
    TEXT(400, "text", IssueType.REQUIRED),
    NOT_YOURS(403, "not-yours", IssueType.FORBIDDEN),
    NOT_ABOUT_A_PERSON(422, "not-about-a-person", IssueType.BUSINESSRULE);

    private final int status;
    private final String kind;
    private final IssueType type;

    AmendmentCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "amendment/" + kind;
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, Issue.error(type, code(), problem).remedy(remedy));
    }
}
