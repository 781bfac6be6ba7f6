package org.manypaths.consentdesk;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/** Why a consent is not filed, revoked or told of; {@link #code()} is stable, programs may rely on it. */
enum DeskCode {
    INCOMPLETE(422, "incomplete", IssueType.REQUIRED),
    PARAMETER(400, "parameter", IssueType.INVALID),
    NOT_YOURS(403, "not-yours", IssueType.FORBIDDEN),
    ENDED(422, "ended", IssueType.BUSINESSRULE),
    SIGNED(422, "signed", IssueType.BUSINESSRULE),
    NO_LONGER(409, "no-longer", IssueType.CONFLICT),
    ACTOR(403, "actor", IssueType.FORBIDDEN),
    UNKNOWN_SYSTEM(422, "unknown-system", IssueType.NOTFOUND);

    private final int status;
    private final String kind;
    private final IssueType type;

    DeskCode(int status, String kind, IssueType type) {
        this.status = status;
        this.kind = kind;
        this.type = type;
    }

    String code() {
        return "consent/" + kind;
    }

    Issue issue(String problem, String remedy) {
        return Issue.error(type, code(), problem).remedy(remedy);
    }

    /** At a parameter of the operation. */
    Issue about(String parameter, String problem, String remedy) {
        return issue(problem, remedy).at("Parameters.parameter.where(name = '" + parameter + "')");
    }

    /** For one who gets an answer all the same. */
    Issue warning(String parameter, String problem, String remedy) {
        return Issue.warning(type, code(), problem)
                .remedy(remedy)
                .at("Parameters.parameter.where(name = '" + parameter + "')");
    }

    Refusal refusal(Issue issue) {
        return new Refusal(status, issue);
    }

    Refusal refusal(String problem, String remedy) {
        return new Refusal(status, issue(problem, remedy));
    }

    Refusal refusal(List<Issue> issues) {
        return new Refusal(status, issues);
    }
}
