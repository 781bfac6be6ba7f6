package org.manypaths.notification;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;

/** Why a Subscription is refused; {@link #code()} is stable, programs may rely on it. */
enum NotificationCode {
    CHANNEL("channel"),
    PAYLOAD("payload"),
    ENDPOINT("endpoint"),
    CRITERIA("criteria"),
    HEADER("header"),
    STATUS("status"),
    NOT_YOURS("not-yours");

    private final String kind;

    NotificationCode(String kind) {
        this.kind = kind;
    }

    String code() {
        return "notification/" + kind;
    }

    Issue issue(String problem) {
        return Issue.error(this == NOT_YOURS ? IssueType.FORBIDDEN : IssueType.INVALID, code(), problem);
    }
}
