package org.manypaths.reception;

import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;

/** What is said of a document that was taken in; {@link #code()} is stable, programs may rely on it. */
enum Remark {
    UNDERSTOOD("understood"),
    NOT_UNDERSTOOD("not-understood"),
    KEPT_LOCAL("kept-local"),
    KEPT_OTHER_SENDER("kept-other-sender"),
    POSSIBLE_MATCH("possible-match"),
    REFERENCE_LOST("reference-lost");

    private final String kind;

    Remark(String kind) {
        this.kind = kind;
    }

    String code() {
        return "reception/" + kind;
    }

    Issue issue(String sentence) {
        return this == UNDERSTOOD
                ? Issue.information(IssueType.INFORMATIONAL, code(), sentence)
                : Issue.warning(IssueType.INFORMATIONAL, code(), sentence);
    }
}
