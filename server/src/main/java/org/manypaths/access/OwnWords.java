package org.manypaths.access;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Takes out of what the storage says the criterion that the server added to a condition for itself. */
final class OwnWords {

    private static final Pattern CRITERION = Pattern.compile("[&?]" + Marks.PARAMETER + "=[^&\"\\s]*");

    private OwnWords() {}

    static void clean(Bundle answer) {
        answer.getEntry().stream()
                .map(entry -> entry.getResponse().getOutcome())
                .filter(OperationOutcome.class::isInstance)
                .forEach(outcome -> clean((OperationOutcome) outcome));
    }

    static void clean(OperationOutcome outcome) {
        for (OperationOutcomeIssueComponent issue : outcome.getIssue()) {
            if (issue.hasDiagnostics()) {
                issue.setDiagnostics(CRITERION.matcher(issue.getDiagnostics()).replaceAll(""));
            }
        }
    }
}
