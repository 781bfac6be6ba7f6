package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.GroupRecords;
import org.manypaths.access.Origin;
import org.manypaths.access.RecordReleaser;
import org.manypaths.audit.Disclosures;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Role;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/**
 * The document that goes with a handoff Task, for its sides and the person, as long as they may read every record in it.
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
    private final RecordReleaser releaser;

    SentDocumentReader(DaoRegistry daos, RecordReleaser releaser) {
        this.daos = daos;
        this.releaser = releaser;
    }

    /** @throws org.manypaths.refusal.Refusal where nothing is filed with the Task, or not all of it may go */
    Bundle read(IdType taskId, RequestDetails caller) {
        Task task = daos.getResourceDao(Task.class).read(taskId.toVersionless(), caller);
        Session session = Sessions.of(caller).orElseThrow();
        Optional<String> holder = holder(task);
        Bundle document = Optional.of(task)
                .filter(handoff -> isFor(session, handoff, holder))
                .flatMap(this::reference)
                .flatMap(reference -> document(reference, holder))
                .orElseThrow(SentDocumentReader::noDocument);
        List<Resource> told = document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
        String person = String.valueOf(task.getFor().getReferenceElement().getIdPart());
        if (!session.isOperator()) {
            SenderRules.requireWhole(session, told, person);
        }
        told.stream()
                .filter(record -> !MADE.contains(record.fhirType()))
                .forEach(record -> require(record, person, caller));
        RecordReleaser.dress(document);
        return document;
    }

    /** The same where less may go than when it was made: that something is kept back now is the person's to tell. */
    private static Refusal noDocument() {
        return HandoffCode.NO_DOCUMENT.refusal(
                "No document goes to you with this Task.", "Ask the sender for one; a handoff with persist files it.");
    }

    /** What was written for one receiver, the words of the consent among it, is for both sides and the person. */
    private static boolean isFor(Session session, Task task, Optional<String> holder) {
        return session.isOperator()
                || session.role() == Role.PERSON
                || Stream.concat(
                                Stream.of(task.getRequester(), task.getOwner())
                                        .map(side -> String.valueOf(side.getReference())
                                                .replaceFirst("^Organization/", "")),
                                holder.stream())
                        .anyMatch(side -> SenderRules.worksFor(session.caller(), side));
    }

    /** Of several versions the one that tells the latest moment, whenever it was filed; of these the one that came last. */
    private Optional<DocumentReference> reference(Task task) {
        return task.getInput().stream()
                .filter(input -> input.getType().hasCoding(PARTS, "document"))
                .map(Task.ParameterComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .flatMap(reference -> find(DocumentReference.class, reference).stream())
                .reduce((one, later) -> tellsLater(one, later) ? one : later);
    }

    private static boolean tellsLater(DocumentReference one, DocumentReference other) {
        return one.hasDate()
                && (!other.hasDate()
                        || one.getDate().toInstant().isAfter(other.getDate().toInstant()));
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

    private void require(Resource told, String person, RequestDetails caller) {
        IdType id = new IdType(told.fhirType(), told.getIdElement().getIdPart());
        try {
            daos.getResourceDao(told.fhirType()).read(id, caller);
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            if (!mayReadOfOne(told, person, caller)) {
                throw noDocument();
            }
        }
    }

    /** A visit of several people is hidden as a whole; in the document stands what it tells of this person alone. */
    private boolean mayReadOfOne(Resource told, String person, RequestDetails caller) {
        return find(told.getClass(), new Reference(Passage.key(told)))
                .flatMap(stored -> GroupRecords.asOf(person, stored))
                .flatMap(theirs -> Sessions.of(caller)
                        .flatMap(session -> releaser.release(session, theirs, Disclosures.of(caller))))
                .isPresent();
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
