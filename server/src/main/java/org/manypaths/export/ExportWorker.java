package org.manypaths.export;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.manypaths.export.ExportJob.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of this process that works at exports, its own and those that a dead node left. */
final class ExportWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ExportWorker.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final ExportJobs jobs;
    private final ExportLister lister;
    private final Clock clock;
    private final String name;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "export");
    private volatile boolean closed;

    /** @param name no other process has it */
    ExportWorker(ExportJobs jobs, ExportLister lister, Clock clock, String name) {
        this.jobs = jobs;
        this.lister = lister;
        this.clock = clock;
        this.name = name;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Says that there is a job now. */
    void wake() {
        work.release();
    }

    private void run() {
        while (!closed) {
            try {
                if (work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
                jobs.removeExpired(clock.instant());
                Optional<ExportJob> job = jobs.claim(name, clock.instant());
                while (job.isPresent() && !closed) {
                    carryOut(job.get());
                    job = jobs.claim(name, clock.instant());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("Exports wait for the database", e);
            }
        }
    }

    private void carryOut(ExportJob job) {
        try {
            lister.list(job, () -> !closed && jobs.isStillMine(job, name, clock.instant()))
                    .ifPresent(consents -> jobs.finish(job, name, State.READY, consents));
        } catch (RuntimeException e) {
            log.error("An export failed", e);
            jobs.finish(job, name, State.FAILED, job.consents());
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
