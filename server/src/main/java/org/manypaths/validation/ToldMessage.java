package org.manypaths.validation;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;

/** An issue of ours on its way through HAPI, which has messages of its own. */
class ToldMessage extends SingleValidationMessage {

    private final Issue issue;

    ToldMessage(Issue issue) {
        this.issue = issue;
        setSeverity(ResultSeverityEnum.fromCode(issue.severity().toCode()));
        setMessage(issue.sentence());
        setLocationString(String.join(", ", issue.expression()));
    }

    /** The issue, also for what HAPI adds itself. */
    static Issue issue(SingleValidationMessage message) {
        if (message instanceof ToldMessage told) {
            return told.issue;
        }
        ValidationCode code = ValidationCode.OTHER;
        String words = Optional.ofNullable(message.getMessage()).orElse("");
        boolean refuses =
                message.getSeverity() == ResultSeverityEnum.ERROR || message.getSeverity() == ResultSeverityEnum.FATAL;
        return refuses
                ? Issue.error(code.type(), code.code(), words)
                : Issue.information(IssueType.INFORMATIONAL, code.code(), words);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ToldMessage told && issue.equals(told.issue);
    }

    @Override
    public int hashCode() {
        return issue.hashCode();
    }
}
