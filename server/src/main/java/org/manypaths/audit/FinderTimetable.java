package org.manypaths.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;

/** Lets the finder follow the chains while the server runs, so that no search has much left to take in. */
final class FinderTimetable implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(FinderTimetable.class);

    private final TrailFinder finder;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "trail-finder");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Future<?> plan;

    FinderTimetable(TrailFinder finder, Duration every) {
        this.finder = finder;
        this.every = every;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        plan = clockwork.scheduleWithFixedDelay(this::follow, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void follow() {
        try {
            finder.catchUp();
        } catch (DataAccessException e) {
            log.warn("The trail's finder cannot follow; the next search or round takes in what it missed");
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Future<?> running = plan;
        if (running != null) {
            running.cancel(false);
        }
        clockwork.shutdown();
    }
}
