package org.manypaths.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What each client has left of its share of this node. In memory: another node, or the same after a restart, counts anew.
 */
final class FairShares {

    /** More than there are clients; one that is forgotten merely begins with a full share. */
    private static final int MOST_CLIENTS = 10_000;

    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final LoadingCache<String, Share> shares;

    /** What one client has left. */
    private record Share(Bucket requests, Semaphore places) {}

    /** Whether a request may go on. */
    sealed interface Admission {

        /** It may; {@link #leave} gives its place back. */
        record Admitted(Semaphore place) implements Admission {

            void leave() {
                place.release();
            }
        }

        /** It came too soon after the others. */
        record TooSoon(long secondsToWait) implements Admission {}

        /** Too many of the same client are being answered. */
        record Crowded() implements Admission {}
    }

    FairShares(FairUseSettings settings, TimeMeter time) {
        shares = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(FORGET_AFTER)
                .build(client -> share(settings, time));
    }

    Admission enter(String client) {
        Share share = shares.get(client);
        if (!share.places().tryAcquire()) {
            return new Admission.Crowded();
        }
        ConsumptionProbe probe = share.requests().tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return new Admission.Admitted(share.places());
        }
        share.places().release();
        return new Admission.TooSoon(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
    }

    /** Takes more from the share of a client than a request is, also where that much is not left: it waits for the next. */
    void charge(String client, long requests) {
        if (requests > 0) {
            shares.get(client).requests().consumeIgnoringRateLimits(requests);
        }
    }

    private static Share share(FairUseSettings settings, TimeMeter time) {
        Bandwidth bandwidth = Bandwidth.builder()
                .capacity(settings.burst())
                .refillGreedy(settings.requestsPerSecond(), settings.period())
                .build();
        return new Share(
                Bucket.builder()
                        .addLimit(bandwidth)
                        .withCustomTimePrecision(time)
                        .build(),
                new Semaphore(settings.concurrent()));
    }
}
