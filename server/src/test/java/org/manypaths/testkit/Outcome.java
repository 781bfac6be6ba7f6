package org.manypaths.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.manypaths.refusal.Outcomes;

/** Reads what the server says when it says no. */
public final class Outcome {

    private Outcome() {}

    /** The outcome in the body, which must be one and in JSON, and must tell nothing of the server's inside. */
    public static OperationOutcome of(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).doesNotContain("HAPI-0524: ", "\\n\\tat ", "ca.uhn.");
        return Fhir.CONTEXT.newJsonParser().parseResource(OperationOutcome.class, response.body());
    }

    /** The stable codes of all issues, in their order. */
    public static List<String> codes(HttpResponse<String> response, int status) {
        return of(response, status).getIssue().stream().map(Outcome::code).toList();
    }

    public static String code(OperationOutcomeIssueComponent issue) {
        assertThat(issue.getDetails().getCodingFirstRep().getSystem()).isEqualTo(Outcomes.CODE_SYSTEM);
        return issue.getDetails().getCodingFirstRep().getCode();
    }
}
