package org.manypaths.timetable;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Carries out one thing in a thread of its own when the server is ready, and again, and ends before the server stops. */
public final class Timetable implements ApplicationListener<ApplicationReadyEvent> {

    private final Runnable round;
    private final Duration first;
    private final Duration pause;
    private final ScheduledExecutorService clockwork;
    private volatile @Nullable Future<?> plan;

    /**
     * @param thread name of the thread
     * @param first how long after the server is ready
     * @param pause between the end of a round and the next
     * @param round must not throw: there would be no other after it
     */
    public Timetable(String thread, Duration first, Duration pause, Runnable round) {
        this.round = round;
        this.first = first;
        this.pause = pause;
        clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread own = new Thread(task, thread);
            own.setDaemon(true);
            return own;
        });
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        plan = clockwork.scheduleWithFixedDelay(round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
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
