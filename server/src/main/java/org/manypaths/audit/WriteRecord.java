package org.manypaths.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one database transaction writes, put into the trail right before it commits.
 *
 * <p>Before, so that nothing is stored that the trail does not know. Should the commit fail after that, the trail says so
 * in further entries; should the process die in between, it tells of a write that did not come to be, which is the
 * harmless of the two errors.
 */
final class WriteRecord implements TransactionSynchronization {

    private static final Logger log = LoggerFactory.getLogger(WriteRecord.class);

    private final Trail trail;
    private final List<Entry> entries = new ArrayList<>();
    private boolean appended;

    private WriteRecord(Trail trail) {
        this.trail = trail;
    }

    /** Adds entries to those of the transaction that the thread is in; without one they are appended at once. */
    static void add(Trail trail, List<Entry> entries) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            trail.append(entries);
            return;
        }
        WriteRecord current = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(WriteRecord.class::isInstance)
                .map(WriteRecord.class::cast)
                .findFirst()
                .orElseGet(() -> registered(trail));
        current.entries.addAll(entries);
    }

    private static WriteRecord registered(Trail trail) {
        WriteRecord fresh = new WriteRecord(trail);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        trail.append(entries);
        appended = true;
    }

    @Override
    public void afterCompletion(int status) {
        if (!appended || status == STATUS_COMMITTED) {
            return;
        }
        try {
            trail.append(entries.stream().map(WriteRecord::undone).toList());
        } catch (TrailUnavailableException e) {
            log.error("The trail cannot say that a write was undone", e);
        }
    }

    private static Entry undone(Entry entry) {
        return new Entry(
                entry.kind(),
                entry.client(),
                entry.user(),
                entry.organization(),
                entry.person(),
                entry.holder(),
                entry.records(),
                entry.query(),
                entry.purpose(),
                entry.basis(),
                entry.consent(),
                Outcome.FAILED,
                Optional.of("The transaction did not commit"),
                entry.requestId());
    }
}
