package org.manypaths.export;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.RecordReleaser;
import org.manypaths.access.RecordReleaser.Released;
import org.manypaths.audit.Disclosures;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Decides of an export what may leave; asked at kick-off, when a job lists a resource, and when it is downloaded. */
final class ExportGate {

    private final RecordReleaser releaser;

    ExportGate(RecordReleaser releaser) {
        this.releaser = releaser;
    }

    /** Throws a {@link Refusal} where this session may not have such an export. */
    void admit(Session session, ExportRequest request) {
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

    /**
     * The resource as it may leave; empty where it does not exist for this session.
     *
     * @param notes takes the decision, with its ground, for the trail
     */
    Optional<Released> release(Session session, IBaseResource resource, Disclosures notes) {
        boolean inScope = session.isOperator() || session.scopes().allows(resource.fhirType(), Interaction.READ);
        return inScope ? releaser.release(session, (Resource) resource, notes) : Optional.empty();
    }

    /** The scope of each consent, in the order of their names. */
    List<String> scopes(Session session, Set<String> consents) {
        return releaser.scopes(session, consents);
    }

    /**
     * Puts onto a file what must accompany records given out by consent (42 CFR 2.32).
     *
     * @param consents references to the consents that the job rests on; empty: to none
     */
    void accompany(HttpServletResponse file, Session session, Set<String> consents) {
        releaser.accompany(file, session, consents);
    }
}
