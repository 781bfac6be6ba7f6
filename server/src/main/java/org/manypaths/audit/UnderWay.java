package org.manypaths.audit;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests below {@code /fhir} are about to tell the trail something. One whose answer has begun has told it, however
 * long its receiver takes to read.
 */
final class UnderWay {

    private final AtomicInteger requests = new AtomicInteger();

    /** One of them, until it ends. Not for more than one thread at a time. */
    final class Request {

        private boolean ended;

        /** Counts once, however often it is called. */
        void end() {
            if (!ended) {
                ended = true;
                requests.decrementAndGet();
            }
        }
    }

    Request begin() {
        requests.incrementAndGet();
        return new Request();
    }

    int count() {
        return requests.get();
    }
}
