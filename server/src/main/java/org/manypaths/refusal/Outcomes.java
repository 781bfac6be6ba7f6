package org.manypaths.refusal;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.conformance.Canonical;

/** Issues as the OperationOutcome in which they travel. */
public final class Outcomes {

    /** The code system of {@link Issue#code()}. */
    public static final String CODE_SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-issue";

    private static final String MESSAGE_ID = "http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id";

    private Outcomes() {}

    public static OperationOutcome of(List<Issue> issues) {
        OperationOutcome outcome = new OperationOutcome();
        issues.forEach(issue -> outcome.addIssue(component(issue)));
        return outcome;
    }

    /** Whether the outcome is in our words already. */
    static boolean isOurs(OperationOutcome outcome) {
        return CODE_SYSTEM.equals(
                outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getSystem());
    }

    /**
     * The text says what is wrong; diagnostics, which most clients show, says it again and adds what would help.
     */
    public static OperationOutcomeIssueComponent component(Issue issue) {
        OperationOutcomeIssueComponent component = new OperationOutcomeIssueComponent()
                .setSeverity(issue.severity())
                .setCode(issue.type())
                .setDetails(new CodeableConcept()
                        .addCoding(new Coding().setSystem(CODE_SYSTEM).setCode(issue.code()))
                        .setText(issue.problem()))
                .setDiagnostics(issue.sentence());
        issue.expression().forEach(component::addExpression);
        issue.messageId().ifPresent(id -> component.addExtension(MESSAGE_ID, new StringType(id)));
        return component;
    }
}
