package org.manypaths.export;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.audit.Disclosures;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Judges an export by role and scopes alone; whoever also knows consents stands in front of it. */
public final class ScopedGate implements ExportGate {

    @Override
    public void admit(Session session, ExportRequest request) {
        if (session.role() != Role.CLIENT && session.role() != Role.OPERATOR) {
            throw new Refusal(
                    RequestCode.FORBIDDEN.status(),
                    Issue.error(
                                    IssueType.FORBIDDEN,
                                    "export/role",
                                    "An export is for systems, not for a signed-in user.")
                            .remedy("Use a client that gets its token by client credentials."));
        }
        request.types().stream()
                .filter(type -> !session.scopes().allows(type, Interaction.READ))
                .findFirst()
                .ifPresent(type -> {
                    throw new Refusal(
                            RequestCode.FORBIDDEN.status(),
                            Issue.error(
                                            IssueType.FORBIDDEN,
                                            "export/scope",
                                            "The token does not let you read " + type + ".")
                                    .remedy("Ask for a token with system/" + type + ".rs, or leave it out of _type."));
                });
    }

    @Override
    public Optional<IBaseResource> release(Session session, IBaseResource resource, Disclosures notes) {
        return session.scopes().allows(resource.fhirType(), Interaction.READ)
                ? Optional.of(resource)
                : Optional.empty();
    }
}
