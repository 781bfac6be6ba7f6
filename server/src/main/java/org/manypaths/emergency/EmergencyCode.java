package org.manypaths.emergency;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why an emergency is not opened; {@link #code()} is stable, programs may rely on it. */
enum EmergencyCode {
    PATIENT(400, "patient", IssueType.REQUIRED),
    REASON(422, "reason", IssueType.REQUIRED),
    PERSONNEL(422, "personnel", IssueType.REQUIRED),
    NOT_REGISTERED(403, "not-registered", IssueType.FORBIDDEN);

    private final int status;
    private final String kind;
    private final IssueType type;

    EmergencyCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "emergency/" + kind;
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, Issue.error(type, code(), problem).remedy(remedy));
    }
}
