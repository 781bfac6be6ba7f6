package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import com.google.common.util.concurrent.Striped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.filing.Filing;
import org.manypaths.reception.Digests.Told;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Takes a document in: once, however often and however many at a time bring it.
 *
 * <p>The ids of all that is stored follow from the receiver and the document. Documents about the same person wait for
 * each other on one node; of two nodes that take one in at the same moment one is refused by the {@link Register}, and
 * looks again.
 */
class ReceptionDesk {

    /** Documents about many people name the same colleagues: of those that come at once each may have to look again. */
    private static final int TRIES = 12;

    private static final int STRIPES = 64;

    private final Reception reception;
    private final ConsentCheck consents;
    private final Shelf shelf;
    private final SenderTasks senderTasks;
    private final Digests digests;
    private final Register register;
    private final IHapiTransactionService transactions;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final FhirContext fhirContext;
    private final Clock clock;
    private final Striped<Lock> locks = Striped.lock(STRIPES);

    ReceptionDesk(
            Reception reception,
            ConsentCheck consents,
            Shelf shelf,
            SenderTasks senderTasks,
            Digests digests,
            Register register,
            IHapiTransactionService transactions,
            IFhirSystemDao<Bundle, Meta> system,
            FhirContext fhirContext,
            Clock clock) {
        this.reception = reception;
        this.consents = consents;
        this.shelf = shelf;
        this.senderTasks = senderTasks;
        this.digests = digests;
        this.register = register;
        this.transactions = transactions;
        this.system = system;
        this.fhirContext = fhirContext;
        this.clock = clock;
    }

    /** The answer to a document, the same whenever the same document comes. */
    Parameters receive(Arrived arrived, Session session) {
        Organization receiver = shelf.find("Organization/" + session.caller().organization())
                .map(Organization.class::cast)
                .orElseThrow(() -> ReceptionCode.NOT_ADDRESSED.refusal(
                        "Your organization is not known here as an Organization, so no document can name it.",
                        "Store Organization/" + session.caller().organization() + " first."));
        requireScopes(arrived, session);
        DocumentRules.check(arrived, clock.instant());
        String documentId = Folder.documentId(
                session.caller().organization(), arrived.bundle().getIdentifier());
        Lock lock = locks.get(person(arrived, session.caller().organization()));
        lock.lock();
        try {
            return once(documentId, arrived, receiver);
        } finally {
            lock.unlock();
        }
    }

    private Parameters once(String documentId, Arrived arrived, Organization receiver) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long seen = register.count(person(arrived, receiver.getIdElement().getIdPart()));
            Optional<Parameters> before = before(documentId, arrived);
            if (before.isPresent()) {
                return before.get();
            }
            consents.require(arrived, receiver, OffsetDateTime.now(clock));
            Optional<Parameters> answer = tryToStore(arrived, receiver, seen);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw ReceptionCode.BUSY.refusal(
                "Others keep filing what the document would write.", "Nothing was stored; send it again.");
    }

    /** Empty where somebody was quicker, here or on another node, or changed a copy: then it has to be looked at again. */
    private Optional<Parameters> tryToStore(Arrived arrived, Organization receiver, long seen) {
        try {
            return Optional.of(store(arrived, receiver, seen));
        } catch (OvertakenException
                | ResourceVersionConflictException
                | ConcurrencyFailureException
                | DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** The earlier answer; a document that comes changed under the same identifier is none that was signed off. */
    private Optional<Parameters> before(String documentId, Arrived arrived) {
        String place = "DocumentReference/" + documentId;
        Optional<Resource> kept = shelf.find(place);
        Optional<Told> told = Optional.ofNullable(digests.of(List.of(place)).get(place));
        if (told.filter(known -> !known.digest().equals(arrived.digest())).isPresent()) {
            throw ReceptionCode.CHANGED.refusal(
                    "A document with this identifier has arrived before, and it told something else.",
                    "A new version of a document has an identifier of its own.");
        }
        return kept.isPresent() ? shelf.receipt(documentId) : Optional.empty();
    }

    private static String person(Arrived arrived, String receiver) {
        return Copies.id(
                receiver, arrived.address(arrived.composition().getSubject()).orElseThrow());
    }

    private Parameters store(Arrived arrived, Organization receiver, long seen) {
        String organization = receiver.getIdElement().getIdPart();
        Reception.Settled settled = reception.settle(arrived, receiver);
        Folder folder = new Folder(arrived, settled.copies(), OffsetDateTime.now(clock));
        Filing filing = settled.filing();
        List<String> stored = filing.places();
        String task = task(folder, arrived, organization, settled);
        DocumentReference reference = folder.reference(settled.earlier());
        Parameters answer =
                settled.receipt().write(settled.copies().person(), task, "DocumentReference/" + folder.documentId());
        filing.put(folder.document(), Optional.empty(), "");
        filing.put(reference, Optional.empty(), "");
        settled.earlier().replaced().stream()
                .filter(earlier -> earlier.getStatus() == DocumentReferenceStatus.CURRENT)
                .forEach(earlier -> filing.put(Folder.superseded(earlier), version(earlier), ""));
        filing.put(folder.provenance(stored), Optional.empty(), "");
        filing.put(Folder.receipt(folder.documentId(), answer, fhirContext), Optional.empty(), "");
        RequestDetails itself = new SystemRequestDetails();
        transactions.withRequest(itself).execute(() -> {
            register.countOneMore(person(arrived, organization), seen);
            filing.carryOutWithin(system, itself);
            // Last, for what is of no person keeps documents about others waiting.
            Map<String, Told> told = new HashMap<>(settled.told());
            told.put(
                    "DocumentReference/" + folder.documentId(),
                    new Told(arrived.digest(), arrived.at(), Teller.of(arrived)));
            digests.keep(told);
        });
        return answer;
    }

    /** The task of this handoff: the sender's, if it opened one here, or that of an earlier version, or a new one. */
    private String task(Folder folder, Arrived arrived, String organization, Reception.Settled settled) {
        Filing filing = settled.filing();
        Optional<Task> sent = senderTasks.find(arrived, organization);
        List<Task> own = senderTasks.own(
                settled.earlier().all(), organization, settled.copies().person());
        if (sent.isPresent()) {
            sent.filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                    .ifPresent(task -> filing.change(folder.receivedBy(task), version(task)));
            own.forEach(open -> filing.put(folder.endedFor(open, sent.get()), version(open), ""));
            return place(sent.get());
        }
        if (!own.isEmpty()) {
            filing.put(folder.addTo(own.get(0)), version(own.get(0)), "");
            return place(own.get(0));
        }
        filing.put(folder.transition(), Optional.empty(), "");
        filing.put(folder.task(), Optional.empty(), "");
        return "Task/" + folder.documentId();
    }

    private static String place(Task task) {
        return "Task/" + task.getIdElement().getIdPart();
    }

    private static Optional<String> version(Resource stored) {
        return Optional.of(stored.getIdElement().getVersionIdPart());
    }

    private static void requireScopes(Arrived arrived, Session session) {
        Set<String> missing = arrived.entries().values().stream()
                .filter(Copies::isCopied)
                .map(Resource::fhirType)
                .filter(type -> session.scopes().allowing(type, Interaction.CREATE).stream()
                        .noneMatch(scope -> scope.constraints().isEmpty()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            throw ReceptionCode.SCOPE.refusal(
                    "The token does not let its holder store " + String.join(", ", missing) + ".",
                    "Ask for a token that may create every type in the document, without criteria, such as with system/*.c.");
        }
    }
}
