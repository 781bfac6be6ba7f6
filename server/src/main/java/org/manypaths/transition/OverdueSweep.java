package org.manypaths.transition;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.transition.ClockRules.Lapse;
import org.manypaths.validation.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks the handoffs whose deadline has passed as overdue.
 *
 * <p>Each in a transaction of its own that looks again: however often and on however many nodes it runs, a deadline is
 * marked once.
 */
class OverdueSweep {

    private static final Logger log = LoggerFactory.getLogger(OverdueSweep.class);
    private static final String DUE = "next-step-due";
    private static final int AT_ONCE = 500;

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final Parties parties;
    private final ClockRules clocks;
    private final ConsentedHandoffs consented;
    private final Clock time;

    OverdueSweep(
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Parties parties,
            ClockRules clocks,
            ConsentedHandoffs consented,
            Clock time) {
        this.consented = consented;
        this.daos = daos;
        this.transactions = transactions;
        this.parties = parties;
        this.clocks = clocks;
        this.time = time;
    }

    /** A database that is away is asked again at the next sweep. */
    void run() {
        Instant now = time.instant();
        try {
            due(now).forEach(id -> mark(id, now));
        } catch (RuntimeException e) {
            log.warn("Overdue handoffs cannot be looked for", e);
        }
    }

    private List<IIdType> due(Instant now) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(DUE, new DateParam(ParamPrefixEnum.LESSTHAN_OR_EQUALS, Date.from(now)));
        query.setLoadSynchronousUpTo(AT_ONCE);
        return tasks().search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(task -> task.getIdElement().toUnqualifiedVersionless())
                .toList();
    }

    /** Another node, or somebody who just wrote, may be quicker: then there is nothing left to mark. */
    private void mark(IIdType id, Instant now) {
        try {
            transactions.withSystemRequest().execute(() -> markInTransaction(id, now));
        } catch (BaseServerResponseException e) {
            log.debug("{} was changed meanwhile", id.getValue());
        }
    }

    private void markInTransaction(IIdType id, Instant now) {
        Task task = tasks().read(id, new SystemRequestDetails());
        Optional<Lapse> lapse = HandoffClock.read(task)
                .flatMap(clock -> clocks.lapse(HandoffState.of(task), clock, now, parties.visit(task)));
        lapse.ifPresent(passed -> {
            HandoffClock.write(task, Optional.of(passed.clock()));
            // Who sees nothing of it any more, because a consent ran out by itself, is not late with anything.
            if (passed.overdue() && !consented.endIfUnseen(task, now)) {
                task.setBusinessStatus(BusinessStatus.OVERDUE.concept());
            }
            tasks().update(task, Upkeep.causedBy(null));
        });
    }

    private IFhirResourceDao<Task> tasks() {
        return daos.getResourceDao(Task.class);
    }
}
