package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.Origin;
import org.manypaths.conformance.Canonical;

/**
 * The document that goes with a handoff Task, for whoever may read the Task and, at this moment, every record in it.
 *
 * <p>What is filed is the sender's own; here it goes out once more, and so each record is asked for anew with the rights of
 * the caller. If the consent lets less go by now than when the document was made, the document does not go at all: it is
 * signed off as a whole.
 */
class SentDocumentReader {

    private static final String PARTS = Canonical.BASE + "/CodeSystem/ihrp-handoff-part";

    /** Made for the document and kept nowhere else. */
    private static final Set<String> MADE = Set.of("Composition", "Provenance");

    private final DaoRegistry daos;

    SentDocumentReader(DaoRegistry daos) {
        this.daos = daos;
    }

    /** @throws org.manypaths.refusal.Refusal where nothing is filed with the Task, or not all of it may go any more */
    Bundle read(IdType taskId, RequestDetails caller) {
        Task task = daos.getResourceDao(Task.class).read(taskId.toVersionless(), caller);
        Bundle document = reference(task)
                .flatMap(reference -> document(reference, holder(task)))
                .orElseThrow(() -> HandoffCode.NO_DOCUMENT.refusal(
                        "No document is filed with this Task.",
                        "Ask the sender for it; a handoff with persist files it."));
        document.getEntry().stream()
                .filter(entry -> !MADE.contains(entry.getResource().fhirType()))
                .forEach(entry -> require(entry, caller));
        return document;
    }

    /** Of several versions the one that came last. */
    private Optional<DocumentReference> reference(Task task) {
        List<Reference> documents = task.getInput().stream()
                .filter(input -> input.getType().hasCoding(PARTS, "document"))
                .map(Task.ParameterComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .toList();
        return documents.isEmpty()
                ? Optional.empty()
                : find(DocumentReference.class, documents.get(documents.size() - 1));
    }

    private Optional<String> holder(Task task) {
        return find(Task.class, new Reference("Task/" + task.getIdElement().getIdPart()))
                .flatMap(Origin::holderOf);
    }

    /** A Task can point anywhere: it opens no document but one of its own holder. */
    private Optional<Bundle> document(DocumentReference reference, Optional<String> holder) {
        Identifier identifier = reference.getMasterIdentifier();
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Bundle.SP_IDENTIFIER, new TokenParam(identifier.getSystem(), identifier.getValue()));
        return daos.getResourceDao(Bundle.class).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Bundle.class::cast)
                .filter(bundle -> bundle.getType() == Bundle.BundleType.DOCUMENT)
                .filter(bundle -> holder.isPresent() && Origin.holderOf(bundle).equals(holder))
                .findFirst();
    }

    private void require(BundleEntryComponent entry, RequestDetails caller) {
        Resource told = entry.getResource();
        try {
            daos.getResourceDao(told.fhirType())
                    .read(new IdType(told.fhirType(), told.getIdElement().getIdPart()), caller);
        } catch (ResourceNotFoundException | ResourceGoneException | ForbiddenOperationException e) {
            throw HandoffCode.NO_LONGER.refusal(
                    "Not everything in this document may go to you, or goes to you any more.",
                    "Read with the scopes of a client that may read records of any type; else ask the sender for a new"
                            + " document.");
        }
    }

    private <R extends Resource> Optional<R> find(Class<R> type, Reference reference) {
        try {
            return Optional.of(daos.getResourceDao(type)
                    .read(
                            new IdType(
                                    type.getSimpleName(),
                                    reference.getReferenceElement().getIdPart()),
                            new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
