package org.manypaths.notification;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends couriers out for whatever is due, a few for each receiver: one that is slow keeps only those few busy.
 */
final class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int COURIERS_PER_RECEIVER = 2;
    private static final int LETTERS_PER_ROUND = 200;
    private static final int SECONDS_TO_STOP = 10;

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final Courier courier;
    private final NotificationSettings settings;
    private final Clock clock;
    private final ThreadPoolExecutor workers;
    private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();

    Rounds(SubscriberTable subscribers, Outbox outbox, Courier courier, NotificationSettings settings, Clock clock) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.courier = courier;
        this.settings = settings;
        this.clock = clock;
        this.workers =
                new ThreadPoolExecutor(0, settings.workers(), 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "notification");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Starts what can be started now; a database that is away is tried again in the next round. */
    void start() {
        try {
            outbox.due(clock.instant()).forEach(this::send);
        } catch (RuntimeException e) {
            log.warn("The outbox cannot be read", e);
        }
    }

    void purge() {
        try {
            outbox.purge(clock.instant().minus(settings.keep()));
        } catch (RuntimeException e) {
            log.warn("The outbox cannot be tidied", e);
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void send(String subscriber) {
        AtomicInteger couriers = busy.computeIfAbsent(subscriber, id -> new AtomicInteger());
        if (couriers.incrementAndGet() > COURIERS_PER_RECEIVER) {
            couriers.decrementAndGet();
            return;
        }
        try {
            workers.execute(() -> {
                try {
                    bringAll(subscriber);
                } catch (RuntimeException e) {
                    log.warn("A courier for Subscription {} came back early", subscriber, e);
                } finally {
                    couriers.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException e) {
            couriers.decrementAndGet();
        }
    }

    /** Until nothing is due or something does not arrive: then the receiver gets a rest until the next round. */
    private void bringAll(String subscriber) {
        boolean more = true;
        for (int i = 0; more && i < LETTERS_PER_ROUND; i++) {
            Optional<Long> next = next(subscriber);
            more = next.isPresent();
            if (next.isPresent()) {
                try {
                    more = courier.deliver(next.get());
                } finally {
                    underWay.remove(next.get());
                }
            }
        }
    }

    private Optional<Long> next(String id) {
        Optional<Subscriber> subscriber = subscribers.find(id);
        if (subscriber.isEmpty()) {
            outbox.stop(id, clock.instant());
            return Optional.empty();
        }
        return outbox.heads(subscriber.get(), clock.instant(), COURIERS_PER_RECEIVER).stream()
                .filter(underWay::add)
                .findFirst();
    }
}
