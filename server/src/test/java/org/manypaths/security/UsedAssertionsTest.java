package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class UsedAssertionsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void letsAnAssertionBeUsedOnce() {
        UsedAssertions used = node(NOW);
        assertThat(used.use("hospital", "a", SOON)).isTrue();
        assertThat(used.use("hospital", "a", SOON)).isFalse();
    }

    @Test
    void tellsClientsApart() {
        UsedAssertions used = node(NOW);
        assertThat(used.use("hospital", "a", SOON)).isTrue();
        assertThat(used.use("prescriber", "a", SOON)).isTrue();
    }

    @Test
    void remembersOverARestart() {
        JdbcTemplate first = database();
        assertThat(new UsedAssertions(first, clock(NOW)).use("hospital", "a", SOON))
                .isTrue();
        first.execute("shutdown");
        assertThat(node(NOW).use("hospital", "a", SOON)).isFalse();
    }

    @Test
    void letsOneOfTwoNodesHaveIt() throws Exception {
        UsedAssertions one = node(NOW);
        UsedAssertions other = node(NOW);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> oneAsks = () -> one.use("hospital", "a", SOON);
            Callable<Boolean> otherAsks = () -> other.use("hospital", "a", SOON);
            int winners = 0;
            for (Future<Boolean> answer : threads.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> i % 2 == 0 ? oneAsks : otherAsks)
                    .toList())) {
                winners += answer.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void forgetsWhatExpiredButNotBefore() {
        JdbcTemplate database = database();
        new UsedAssertions(database, clock(NOW)).use("hospital", "a", SOON);
        new UsedAssertions(database, clock(SOON.plusSeconds(5))).use("hospital", "b", SOON.plusSeconds(65));
        assertThat(count(database)).isEqualTo(2);
        new UsedAssertions(database, clock(SOON.plusSeconds(60))).use("hospital", "c", SOON.plusSeconds(120));
        assertThat(count(database)).isEqualTo(2);
    }

    private static int count(JdbcTemplate database) {
        Integer count = database.queryForObject("select count(*) from MP_USED_ASSERTION", Integer.class);
        return count == null ? 0 : count;
    }

    private UsedAssertions node(Instant now) {
        return new UsedAssertions(database(), clock(now));
    }

    private JdbcTemplate database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("test") + ";DB_CLOSE_DELAY=-1");
        source.setUser("sa");
        JdbcTemplate database = new JdbcTemplate(source);
        SecuritySchema.create(database);
        return database;
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
