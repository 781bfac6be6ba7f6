package org.manypaths.consentdesk;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lets what takes long and what takes less answer after the same time, so that the time tells nothing. */
final class EvenPace {

    /** Several times what an answer takes that finds something. */
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    private final long step;
    private final LongSupplier time;
    private final Pause pause;

    /** Lets the thread rest. */
    interface Pause {
        void rest(long nanos) throws InterruptedException;
    }

    EvenPace() {
        this(STEP, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /** @param time in nanoseconds, from any beginning */
    EvenPace(long step, LongSupplier time, Pause pause) {
        this.step = step;
        this.time = time;
        this.pause = pause;
    }

    /** Does the work, and hands over its answer, or its refusal, at the next full step from the beginning. */
    <T> T answer(Supplier<T> work) {
        long began = time.getAsLong();
        try {
            return work.get();
        } finally {
            rest(step - (time.getAsLong() - began) % step);
        }
    }

    private void rest(long nanos) {
        try {
            pause.rest(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
