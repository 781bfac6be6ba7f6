package org.manypaths.transition;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Starts the sweeps when the server is ready, and ends them before it stops. */
final class SweepTimetable implements ApplicationListener<ApplicationReadyEvent> {

    private final OverdueSweep sweep;
    private final TransitionSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "overdue-sweep");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Future<?> plan;

    SweepTimetable(OverdueSweep sweep, TransitionSettings settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        long millis = settings.sweep().toMillis();
        plan = clockwork.scheduleWithFixedDelay(sweep::run, millis, millis, TimeUnit.MILLISECONDS);
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
