package org.manypaths.reception;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.access.Origin;
import org.manypaths.address.PublicAddress;
import org.manypaths.transition.HandoffTasks;

/**
 * Finds the Task by which the sender of a document asked for it on this very server, and those of the receiver's own.
 *
 * <p>Anybody can store a Task that names a document and a receiver. One counts only where it is of the same person, and
 * of whoever holds that person's record here or signs the document off, and where that one has filed the document.
 */
class SenderTasks {

    private final Shelf shelf;
    private final PublicAddress address;

    SenderTasks(Shelf shelf, PublicAddress address) {
        this.shelf = shelf;
        this.address = address;
    }

    /** Empty where the document was sent from elsewhere, and where what the sender asked for has ended. */
    Optional<Task> find(Arrived arrived, String receiver) {
        Identifier document = arrived.bundle().getIdentifier();
        return personHere(arrived).flatMap(person -> find(document, receiver, person, of(arrived)));
    }

    private Optional<Task> find(Identifier document, String receiver, String person, Set<String> senders) {
        senders.retainAll(shelf.holders(document));
        return shelf.tasks(List.of(document), receiver).stream()
                .filter(task -> HandoffTasks.isOpen(task) && task.getStatus() != TaskStatus.DRAFT)
                .filter(task -> person.equals(task.getFor().getReference()))
                .filter(task -> senders.stream().anyMatch(sender -> Origin.isOf(task, sender)))
                .findFirst();
    }

    /** The receiver's own, at which somebody may still be at work, in which earlier documents of a person came. */
    List<Task> own(List<DocumentReference> earlier, String receiver, String person) {
        List<Identifier> documents =
                earlier.stream().map(DocumentReference::getMasterIdentifier).toList();
        return documents.isEmpty()
                ? List.of()
                : shelf.tasks(documents, receiver).stream()
                        .filter(HandoffTasks::isOpen)
                        .filter(task -> Origin.isOf(task, receiver)
                                && person.equals(task.getFor().getReference()))
                        .toList();
    }

    /** The Patient of this server, as {@code Patient/id}, whom a document made here is about. */
    Optional<String> personHere(Arrived arrived) {
        return arrived.here(arrived.person(), address.fhirBase());
    }

    /** The organizations of this server from which a document may come: the person's holder, and its custodian. */
    Set<String> of(Arrived arrived) {
        Set<String> senders = new HashSet<>();
        personHere(arrived).flatMap(shelf::find).flatMap(Origin::holderOf).ifPresent(senders::add);
        arrived.sender()
                .flatMap(sender -> arrived.here(sender, address.fhirBase()))
                .ifPresent(place -> senders.add(new IdType(place).getIdPart()));
        return senders;
    }
}
