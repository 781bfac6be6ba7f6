package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;

/**
 * Holds what is written to the scopes of the token, criteria included: what is there before must be within them, and so
 * must be what would be there after.
 */
class WrittenScopes {

    private final ScopeMatch match;
    private final DaoRegistry daos;

    WrittenScopes(ScopeMatch match, DaoRegistry daos) {
        this.match = match;
        this.daos = daos;
    }

    /** Whether the record is there for one who writes; it is only read where a scope has criteria. */
    boolean reach(Sight sight, Interaction interaction, IdType id, Marks marks) {
        return match.allowsWriting(
                sight,
                interaction,
                () -> (Resource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails(), true),
                marks,
                id.getResourceType());
    }

    /** Refused as absent where it is not; for the conditional writes, of which the storage knows first what they find. */
    void requireStored(Sight sight, Interaction interaction, Optional<Resource> stored) {
        stored.filter(record -> isByScopes(sight, interaction, record.fhirType()))
                .filter(record ->
                        !match.allowsWriting(sight, interaction, () -> record, Marks.of(record), record.fhirType()))
                .ifPresent(record -> {
                    throw Absence.of(
                            record.fhirType() + "/" + record.getIdElement().getIdPart());
                });
    }

    /** Refused as beyond the scopes where what would be stored is; its marks are not yet in it. */
    void requireNew(Sight sight, Resource resource, Optional<Resource> previous, Marks marks, RequestDetails request) {
        String type = resource.fhirType();
        // Whoever may update but not create is here with an update that found nothing.
        boolean creates = previous.isEmpty() && sight.session().scopes().allows(type, Interaction.CREATE);
        Interaction interaction = creates ? Interaction.CREATE : Interaction.UPDATE;
        if (isByScopes(sight, interaction, type)
                && !match.allowsWriting(sight, interaction, () -> resource, marks, type)) {
            Refusal refusal = AccessCode.SCOPE.refusal(
                    "The token does not reach this " + type + " as it would be stored; it is for "
                            + words(sight.session().scopes().allowing(type, interaction)) + " alone.",
                    "Send what is within that, or ask for a token with a wider scope.");
            throw refusal.rememberedBy(request);
        }
    }

    private static String words(List<Scope> scopes) {
        return scopes.stream().map(Scope::toString).collect(Collectors.joining(" and "));
    }

    /** A type without a scope was judged before: for the request, or for what an operation stores by itself. */
    private static boolean isByScopes(Sight sight, Interaction interaction, String type) {
        return sight.session().scopes().allows(type, interaction);
    }
}
