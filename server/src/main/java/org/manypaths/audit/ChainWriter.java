package org.manypaths.audit;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trail of this process: one thread that takes what all requests have to say, chains it, and commits it at once.
 *
 * <p>Requests that come while a commit is under way share the next one, and a commit waits a moment for the other requests
 * that are being answered, so that its cost is spread the more the more there is to do. Who asks alone never waits.
 * Nobody is answered before the commit that holds their entries returned.
 */
final class ChainWriter implements Trail, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChainWriter.class);
    private static final int MOST_AT_ONCE = 500;

    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>();
    private final Chain chain;
    private final Clock clock;
    private final long patienceMillis;
    private final long gatherNanos;
    private final UnderWay underWay;
    private final Thread thread;
    private volatile boolean closed;

    /** What one caller has to say, and what becomes of it. */
    private record Batch(List<Entry> entries, CompletableFuture<Void> stored) {}

    /**
     * @param patience how long a request waits before it is refused
     * @param gather how long a commit waits for the other requests under way
     */
    ChainWriter(Chain chain, Clock clock, Duration patience, Duration gather, UnderWay underWay) {
        this.chain = chain;
        this.clock = clock;
        this.patienceMillis = patience.toMillis();
        this.gatherNanos = gather.toNanos();
        this.underWay = underWay;
        thread = new Thread(this::work, "trail");
        thread.setDaemon(true);
    }

    ChainWriter start() {
        thread.start();
        return this;
    }

    @Override
    public void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Batch batch = new Batch(entries.stream().map(ChainRules::storable).toList(), new CompletableFuture<>());
        queue.add(batch);
        if (closed && queue.remove(batch)) {
            throw new TrailUnavailableException(new IllegalStateException("The trail is closed"));
        }
        await(batch);
    }

    private void await(Batch batch) {
        try {
            batch.stored().get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrailUnavailableException(e);
        } catch (ExecutionException e) {
            throw new TrailUnavailableException(e);
        } catch (TimeoutException e) {
            // It may be stored yet: then the trail tells of more than happened, never of less.
            queue.remove(batch);
            throw new TrailUnavailableException(e);
        }
    }

    private void work() {
        while (!closed || !queue.isEmpty()) {
            try {
                store(withThoseWaiting(queue.take()));
            } catch (InterruptedException e) {
                // Nobody of ours interrupts: a database in this process could take it for its own.
                log.warn("Somebody interrupted the trail; it goes on");
            }
        }
    }

    private List<Batch> withThoseWaiting(Batch first) throws InterruptedException {
        List<Batch> batches = new ArrayList<>();
        batches.add(first);
        long until = System.nanoTime() + gatherNanos;
        @Nullable Batch next = first;
        while (next != null && batches.size() < Math.min(underWay.count(), MOST_AT_ONCE) && !closed) {
            next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                batches.add(next);
            }
        }
        queue.drainTo(batches, MOST_AT_ONCE - batches.size());
        return batches;
    }

    private void store(List<Batch> batches) {
        try {
            Instant now = clock.instant();
            List<Entry> entries =
                    batches.stream().flatMap(batch -> batch.entries().stream()).toList();
            if (!entries.isEmpty()) {
                chain.extend(entries, now);
            }
            batches.forEach(batch -> batch.stored().complete(null));
        } catch (SQLException | RuntimeException e) {
            log.error("The trail cannot be written; nothing is given out until it can", e);
            batches.forEach(batch -> batch.stored().completeExceptionally(e));
        }
    }

    /** Stores what waits, then takes no more. */
    @Override
    public void close() {
        closed = true;
        // Wakes the thread.
        queue.add(new Batch(List.of(), new CompletableFuture<>()));
        try {
            thread.join(patienceMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
