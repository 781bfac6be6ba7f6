package org.manypaths.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.manypaths.operations.RequestId;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.TestClients;

/** Partners that read a record again and again, each time under another request id, until nobody answers. */
final class Readers implements AutoCloseable {

    private static final int RECEIVED_UNDER_WAY = 50;
    private static final int OK = 200;

    private final Http server;
    private final String path;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final CountDownLatch underWay = new CountDownLatch(RECEIVED_UNDER_WAY);
    private final ForkJoinPool pool;
    private final List<CompletableFuture<Void>> readers;
    private volatile boolean stopped;

    Readers(int count, URI base, String path) {
        server = new Http(base).as(TestClients.OPERATOR);
        this.path = path;
        pool = new ForkJoinPool(count);
        Executor executor = pool;
        readers = IntStream.range(0, count)
                .mapToObj(number -> CompletableFuture.runAsync(() -> read("reader-" + number), executor))
                .toList();
    }

    void awaitUnderWay() throws InterruptedException {
        if (!underWay.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Too little is read");
        }
    }

    /** The request ids of all answers that came, when the last reader is done. */
    List<String> received() {
        CompletableFuture.allOf(readers.toArray(CompletableFuture[]::new)).join();
        return List.copyOf(received);
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        pool.shutdownNow();
    }

    private void read(String prefix) {
        for (int number = 0; !stopped; number++) {
            String id = prefix + "-" + number;
            try {
                HttpResponse<String> answer = server.send(
                        server.request(path).header(RequestId.HEADER, id).GET());
                if (answer.statusCode() == OK) {
                    received.add(id);
                    underWay.countDown();
                }
            } catch (UncheckedIOException e) {
                // The server is gone.
                return;
            }
        }
    }
}
