package org.manypaths.transition;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.Origin;
import org.manypaths.validation.Upkeep;

/**
 * The open handoffs that rest on consents. Where no consent is left, the receiving side sees nothing of a handoff and can
 * answer nothing: it ends, so that the asking side is told and does not wait.
 */
class ConsentedHandoffs {

    private final DaoRegistry daos;
    private final Clock time;

    ConsentedHandoffs(DaoRegistry daos, Clock time) {
        this.daos = daos;
        this.time = time;
    }

    /** Ends what rested on a consent, in the transaction that changes it. */
    void endAfter(Consent before, Consent after, @Nullable RequestDetails cause, TransactionDetails transaction) {
        Instant now = time.instant();
        String id = before.getIdElement().getIdPart();
        List<Task> resting = found(Task.class, Task.SP_PATIENT, person(before)).stream()
                .filter(HandoffTasks::isOpen)
                .filter(task -> ConsentedRules.named(task).contains(id))
                .filter(task -> ConsentedRules.letsSee(before, task, now))
                .toList();
        if (resting.isEmpty()) {
            return;
        }
        List<Consent> left = Stream.concat(
                        Stream.of(after),
                        found(Consent.class, Consent.SP_PATIENT, person(before)).stream()
                                .filter(consent ->
                                        !id.equals(consent.getIdElement().getIdPart())))
                .toList();
        for (Task task : resting) {
            if (left.stream().noneMatch(consent -> ConsentedRules.letsSee(consent, task, now))) {
                end(task, now);
                daos.getResourceDao(Task.class).update(task, null, true, false, Upkeep.causedBy(cause), transaction);
            }
        }
    }

    /**
     * Ends a handoff whose consents have run out by themselves. Nothing is stored yet.
     *
     * @return whether it did
     */
    boolean endIfUnseen(Task task, Instant now) {
        boolean rests = HandoffTasks.isOpen(task)
                && !ConsentedRules.named(task).isEmpty()
                && !Origin.isReceived(task)
                && isForAnother(task);
        boolean ended = rests
                && found(Consent.class, Consent.SP_PATIENT, task.getFor().getReference()).stream()
                        .noneMatch(consent -> ConsentedRules.letsSee(consent, task, now));
        if (ended) {
            end(task, now);
        }
        return ended;
    }

    /** Who takes over at the place that asks, or made the Task itself, sees it without any consent. */
    private static boolean isForAnother(Task task) {
        return PartyRules.organizations(task.getOwner()).stream().noneMatch(owner -> Origin.isOf(task, owner));
    }

    private static void end(Task task, Instant now) {
        ConsentedRules.end(task);
        task.setLastModified(Date.from(now));
    }

    private static String person(Consent consent) {
        return consent.getPatient().getReference();
    }

    private <T extends Resource> List<T> found(Class<T> type, String parameter, @Nullable String person) {
        return person == null
                ? List.of()
                : daos
                        .getResourceDao(type)
                        .search(
                                SearchParameterMap.newSynchronous().add(parameter, new ReferenceParam(person)),
                                new SystemRequestDetails())
                        .getAllResources()
                        .stream()
                        .map(type::cast)
                        .toList();
    }
}
