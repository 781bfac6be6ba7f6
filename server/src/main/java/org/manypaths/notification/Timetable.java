package org.manypaths.notification;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Starts the rounds when the server is ready, and ends them before it stops. */
final class Timetable implements ApplicationListener<ApplicationReadyEvent> {

    private static final int PURGE_HOURS = 1;

    private final Rounds rounds;
    private final NotificationSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "notification-rounds");
        thread.setDaemon(true);
        return thread;
    });

    private volatile List<Future<?>> plans = List.of();

    Timetable(Rounds rounds, NotificationSettings settings) {
        this.rounds = rounds;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        long millis = settings.interval().toMillis();
        plans = List.of(
                clockwork.scheduleWithFixedDelay(rounds::start, millis, millis, TimeUnit.MILLISECONDS),
                clockwork.scheduleWithFixedDelay(rounds::purge, PURGE_HOURS, PURGE_HOURS, TimeUnit.HOURS));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        plans.forEach(plan -> plan.cancel(false));
        clockwork.shutdown();
    }
}
