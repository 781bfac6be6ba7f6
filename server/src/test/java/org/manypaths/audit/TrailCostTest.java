package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the trail costs on an H2 file that keeps its commits; {@code -Dtrail.entries=2000} for figures to quote. */
class TrailCostTest {

    private static final Logger log = LoggerFactory.getLogger(TrailCostTest.class);
    private static final int EACH = Integer.getInteger("trail.entries", 100);

    @TempDir
    private Path folder = Path.of("unset");

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16, 64})
    void manyRequestsShareACommit(int threads) {
        DataSource database = TrailTables.withTables(
                JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("trail") + ";WRITE_DELAY=0", "sa", ""));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        Executor executor = pool;
        long start = System.nanoTime();
        long[] nanos;
        try (ChainWriter trail = TrailTables.writer(database, "cost-" + threads)) {
            nanos = IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(() -> append(trail), executor))
                    .toList()
                    .stream()
                    .flatMapToLong(times -> Arrays.stream(times.join()))
                    .sorted()
                    .toArray();
        } finally {
            pool.shutdown();
        }
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        log.info(
                "{} threads: {} entries/s, median {} us, 99 % within {} us",
                threads,
                nanos.length * 1_000L / Math.max(1, all.toMillis()),
                nanos[nanos.length / 2] / 1_000,
                nanos[nanos.length * 99 / 100] / 1_000);
        // Far from what it does; a commit for each entry would be slower still.
        assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(500));
    }

    private static long[] append(Trail trail) {
        return IntStream.range(0, EACH)
                .mapToLong(number -> {
                    long before = System.nanoTime();
                    trail.append(TrailTables.read("rosa", "Condition/c" + number + "/_history/1"));
                    return System.nanoTime() - before;
                })
                .toArray();
    }
}
