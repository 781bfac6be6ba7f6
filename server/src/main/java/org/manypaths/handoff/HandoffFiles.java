package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import com.google.common.util.concurrent.Striped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.consent.ConsentReader;
import org.manypaths.handoff.HandoffRequest.Decision;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Keeps what has to be on file at the sender's side: what the person decided, and the handoff itself. */
class HandoffFiles {

    private static final int STRIPES = 64;

    /** A request that has ended asks nobody for anything: a new Task has a new one. */
    private static final String STANDING = "&status=draft,active,on-hold";

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final IHapiTransactionService transactions;
    private final SeriesTasks tasks;
    private final DecisionFiles decisions;
    private final Supplier<String> base;
    private final Striped<Lock> locks = Striped.lock(STRIPES);

    HandoffFiles(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            IHapiTransactionService transactions,
            Supplier<String> base) {
        this.daos = daos;
        this.transactions = transactions;
        tasks = new SeriesTasks(daos);
        decisions = new DecisionFiles(daos);
        this.system = system;
        this.base = base;
    }

    /**
     * What the person decided and the handoff, in one transaction: whole or not at all. The same document twice is filed
     * once, and a task that has moved on stays where it is. A newer version goes with the task that is open, and opens one
     * where that of the earlier has ended; others end.
     */
    void file(Bundle document, HandoffRequest request, PersonRecord record, RequestDetails caller) {
        Optional<Decision> decision = request.onward().decision();
        if (decision.isEmpty() && !request.persist()) {
            return;
        }
        HandoffFolder folder = new HandoffFolder(document, request, record, base.get());
        Lock lock = locks.get(folder.series().getValue());
        lock.lock();
        try {
            transactions.withRequest(caller).execute(() -> {
                decision.ifPresent(told -> decisions.file(told, request, record, caller));
                if (request.persist()) {
                    fileInTransaction(folder, record, caller);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /** Before anything is filed: whether the recipient will see the Task. */
    void requireSeen(Bundle document, HandoffRequest request, PersonRecord record, RequestDetails caller) {
        Optional<Session> session = Sessions.of(caller);
        new HandoffFolder(document, request, record, base.get())
                .consent()
                .map(named -> new IdType("Consent", named.getReferenceElement().getIdPart()))
                .map(id -> daos.getResourceDao(Consent.class).read(id, new SystemRequestDetails()))
                .ifPresent(consent -> SenderRules.requireSeen(
                        session, ConsentReader.read(consent), record.recipient().getName()));
    }

    private void fileInTransaction(HandoffFolder folder, PersonRecord record, RequestDetails caller) {
        Identifier own = folder.document().getIdentifier();
        Optional<String> holder =
                Sessions.of(caller).map(session -> session.caller().organization());
        List<Task> open = holder.map(files -> tasks.open(
                        folder.series(),
                        own,
                        files,
                        record.recipient().getIdElement().getIdPart()))
                .orElse(List.of());
        boolean filed = holder.filter(files -> tasks.isFiled(own, files)).isPresent();
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        add(transaction, folder.document(), own);
        add(transaction, folder.reference(), own);
        if (open.isEmpty() && !filed) {
            add(transaction, folder.transition(), folder.series(), STANDING);
            add(transaction, folder.task(), own);
        }
        List<BundleEntryComponent> stored =
                system.transactionNested(caller, transaction).getEntry();
        open.stream()
                .limit(1)
                .forEach(task -> tasks.update(folder.addTo(
                        task, new IdType(stored.get(1).getResponse().getLocation()))));
        open.stream().skip(1).forEach(earlier -> tasks.update(folder.endedFor(earlier, open.get(0))));
    }

    private static void add(Bundle transaction, Resource resource, Identifier identifier) {
        add(transaction, resource, identifier, "");
    }

    /** @param condition what else one that is there already has to meet; else it is made anew */
    private static void add(Bundle transaction, Resource resource, Identifier identifier, String condition) {
        transaction
                .addEntry()
                .setFullUrl(HandoffFolder.place(resource))
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType())
                .setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue() + condition);
    }
}
