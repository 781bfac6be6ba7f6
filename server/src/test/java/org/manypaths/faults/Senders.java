package org.manypaths.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.TestClients;

/** Partners that post parcels one after the other until they are told to stop or nobody answers. */
final class Senders implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACKNOWLEDGED_UNDER_WAY = 8;
    private static final int OK = 200;
    private static final int STOPPING = 503;

    private final Http server;
    private final Ledger ledger;
    private final CountDownLatch underWay = new CountDownLatch(ACKNOWLEDGED_UNDER_WAY);
    private final ForkJoinPool pool;
    private final List<CompletableFuture<Void>> senders;
    private volatile boolean stopped;

    /** Starts them. Each names its parcels after {@code prefix} and draws their sizes from its own seed. */
    Senders(int count, URI base, Ledger ledger, String prefix, long seed) {
        server = new Http(base).as(TestClients.OPERATOR);
        this.ledger = ledger;
        pool = new ForkJoinPool(count);
        Executor executor = pool;
        senders = IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.runAsync(
                        () -> send(prefix + "-" + number, new Random(seed + number)), executor))
                .toList();
    }

    /** Returns when enough is acknowledged for a loss to be seen. */
    void awaitUnderWay() throws InterruptedException {
        if (!underWay.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Too little is acknowledged");
        }
    }

    /** Returns when the last sender is done. */
    void join() {
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        stopped = true;
        pool.shutdownNow();
    }

    private void send(String prefix, Random random) {
        for (int number = 0; !stopped; number++) {
            Parcel parcel = Parcel.of(prefix + "-" + number, random);
            ledger.sending(parcel);
            try {
                HttpResponse<String> answer = server.post("", parcel.json());
                if (answer.statusCode() == STOPPING) {
                    return;
                }
                if (answer.statusCode() != OK) {
                    throw new IllegalStateException("A good bundle is refused: " + answer.body());
                }
                ledger.acknowledged(parcel, ids(answer.body()));
                underWay.countDown();
            } catch (UncheckedIOException e) {
                // The server is gone: what becomes of this parcel is not promised, only that it is not in part.
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Set<String> ids(String response) throws IOException {
        JsonNode entries = JSON.readTree(response).path("entry");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.at("/response/location").asText())
                .map(location -> location.replaceFirst("/_history/.*", "").replaceFirst(".*/(?=[^/]+/[^/]+$)", ""))
                .collect(Collectors.toSet());
    }
}
