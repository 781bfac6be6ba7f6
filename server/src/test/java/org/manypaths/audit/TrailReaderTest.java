package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class TrailReaderTest {

    private static final Viewer EVERYTHING = new Viewer(Optional.empty(), Optional.empty());

    private final DataSource database = TrailTables.inMemory(UUID.randomUUID().toString());
    private final JdbcTemplate sql = new JdbcTemplate(database);

    @Test
    void findsWhatWasCommittedBeforeItWasAsked() {
        TrailReader reader = TrailTables.reader(database);
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            for (int number = 1; number <= 3; number++) {
                trail.append(TrailTables.read("rosa", "Condition/c" + number));
                assertThat(reader.count(TrailQuery.of(EVERYTHING).person("rosa")))
                        .isEqualTo(number);
            }
        }
        assertThat(reader.all(TrailQuery.of(EVERYTHING)))
                .extracting(link -> link.entry().records())
                .containsExactly(List.of("Condition/c3"), List.of("Condition/c2"), List.of("Condition/c1"));
        assertThat(reader.byId(TrailQuery.of(EVERYTHING), "a-1.3"))
                .hasValueSatisfying(link -> assertThat(link.number()).isEqualTo(3));
    }

    @Test
    void severalThatFollowAtOncePutEachEntryThereOnce() {
        int entries = 2_000;
        try (ChainWriter trail = TrailTables.writer(database, "a-1")) {
            trail.append(IntStream.range(0, entries)
                    .mapToObj(number -> TrailTables.read("rosa", "Condition/c" + number))
                    .toList());
        }
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> new TrailFinder(sql).catchUp()))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(sql.queryForObject("select count(*) from MP_TRAIL_FINDER where PERSON = 'rosa'", Integer.class))
                .isEqualTo(entries);
        assertThat(TrailTables.reader(database).all(TrailQuery.of(EVERYTHING))).hasSize(entries);
    }
}
