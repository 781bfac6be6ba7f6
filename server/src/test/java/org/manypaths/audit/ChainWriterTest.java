package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.manypaths.audit.ChainCheck.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

class ChainWriterTest {

    private static final int THREADS = 16;
    private static final int EACH = 200;

    private final DataSource database = TrailTables.inMemory(UUID.randomUUID().toString());
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void givesBackWhatWasStored() {
        Entry entry = TrailTables.read("rosa", "Condition/c/_history/2");
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            trail.append(entry);
        }
        assertThat(TrailTables.links(database)).extracting(Link::entry).contains(entry);
    }

    @Test
    void entryIsThereWhenAppendReturns() {
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            for (int number = 1; number <= 20; number++) {
                trail.append(TrailTables.read("rosa", "Condition/c" + number));
                assertThat(TrailTables.links(database)).hasSize(number + 1);
            }
        }
    }

    @Test
    void manyThreadsMakeOneChainWithoutAGapAndEachInItsOrder() {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            Executor executor = pool;
            CompletableFuture.allOf(IntStream.range(0, THREADS)
                            .mapToObj(thread -> CompletableFuture.runAsync(() -> appendAll(trail, thread), executor))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            pool.shutdown();
        }
        List<Finding> findings = TrailTables.check(database).all();
        assertThat(findings).singleElement().satisfies(chain -> {
            assertThat(chain.entries()).isEqualTo(THREADS * EACH + 1L);
            assertThat(chain.fault()).isEmpty();
        });
        for (int thread = 0; thread < THREADS; thread++) {
            String person = "p" + thread;
            assertThat(TrailTables.links(database).stream()
                            .map(Link::entry)
                            .filter(entry ->
                                    entry.person().filter(person::equals).isPresent())
                            .map(entry -> entry.records().get(0)))
                    .containsExactlyElementsOf(IntStream.range(0, EACH)
                            .mapToObj(number -> "Condition/c" + number)
                            .toList());
        }
    }

    /** Each commit asks the clock once, so that the moments of the entries count the commits. */
    @Test
    void whoeverAsksTogetherSharesACommitAndWhoAsksAloneDoesNotWait() {
        UnderWay underWay = new UnderWay();
        underWay.begin();
        try (ChainWriter trail = writer("alone", Duration.ofSeconds(1), underWay)) {
            long start = System.nanoTime();
            IntStream.range(0, 10).forEach(number -> trail.append(TrailTables.read("rosa", "Condition/c" + number)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(commits("alone")).isEqualTo(10);
        underWay.begin();
        try (ChainWriter trail = writer("together", Duration.ofMillis(50), underWay)) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> appendAll(trail, 1), pool),
                            CompletableFuture.runAsync(() -> appendAll(trail, 2), pool))
                    .join();
            pool.shutdown();
        }
        assertThat(commits("together")).isLessThan(EACH * 3 / 2);
    }

    private ChainWriter writer(String chain, Duration gather, UnderWay underWay) {
        AtomicInteger ticks = new AtomicInteger();
        InstantSource everLater = () -> TrailTables.NOW.plusMillis(ticks.incrementAndGet());
        Chain links = new Chain(new ChainStore(database), chain, Duration.ofHours(1));
        return new ChainWriter(links, everLater.withZone(ZoneOffset.UTC), Duration.ofSeconds(20), gather, underWay)
                .start();
    }

    private long commits(String chain) {
        return TrailTables.links(database).stream()
                .filter(link -> link.node().equals(chain))
                .map(Link::recordedAt)
                .distinct()
                .count();
    }

    @Test
    void refusesWhileTheTableIsAwayAndGoesOnAfterwardsWithoutAGap() {
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            trail.append(TrailTables.read("rosa", "Condition/before"));
            sql.execute("alter table MP_TRAIL rename to AWAY");
            assertThatThrownBy(() -> trail.append(TrailTables.read("rosa", "Condition/lost")))
                    .isInstanceOf(TrailUnavailableException.class);
            sql.execute("alter table AWAY rename to MP_TRAIL");
            trail.append(TrailTables.read("rosa", "Condition/after"));
        }
        assertThat(TrailTables.check(database).all()).allSatisfy(chain -> {
            assertThat(chain.fault()).isEmpty();
            assertThat(chain.entries()).isEqualTo(3);
        });
    }

    @Test
    void refusesWhenClosed() {
        ChainWriter trail = TrailTables.writer(database, "a-1");
        trail.close();
        assertThatThrownBy(() -> trail.append(TrailTables.read("rosa", "Condition/c")))
                .isInstanceOf(TrailUnavailableException.class);
    }

    @Test
    void storesTextThatADatabaseWouldRefuseInAFormThatItKeeps() {
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            Entry odd = TrailTables.read("rosa", "Condition/c");
            trail.append(new Entry(
                    odd.kind(),
                    odd.client(),
                    odd.organization(),
                    odd.person(),
                    odd.records(),
                    java.util.Optional.of("name=\u0000\ud800" + "x".repeat(30_000)),
                    odd.purpose(),
                    odd.basis(),
                    odd.consent(),
                    odd.outcome(),
                    odd.reason(),
                    odd.requestId()));
        }
        assertThat(TrailTables.check(database).all())
                .allSatisfy(chain -> assertThat(chain.fault()).isEmpty());
    }

    private static void appendAll(Trail trail, int thread) {
        IntStream.range(0, EACH)
                .forEach(number -> trail.append(TrailTables.read("p" + thread, "Condition/c" + number)));
    }
}
