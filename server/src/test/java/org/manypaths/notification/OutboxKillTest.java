package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.testkit.Receiver;

/** A process is killed at every moment of the outbox, from the write of the record to the note of its delivery. */
class OutboxKillTest {

    @TempDir
    private Path folder = Path.of("unset");

    static Stream<Enum<?>> moments() {
        return Stream.concat(Arrays.stream(CourierProcess.Writing.values()), Arrays.stream(Step.values()));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void tellsOfEveryStoredRecordAndOfNoOther(Enum<?> moment) throws IOException, InterruptedException {
        Path database = folder.resolve("outbox");
        prepare(database);
        try (Receiver receiver = Receiver.open()) {
            String endpoint = receiver.endpoint("a");
            assertThat(CourierProcess.run(database, true, moment.name(), endpoint))
                    .isEqualTo(137);
            assertThat(CourierProcess.run(database, false, "never", endpoint)).isZero();

            Post post = new Post(CourierProcess.url(database));
            int stored = post.database.queryForList("select ID from RECORD").size();
            List<Letter> letters = post.outbox.list("riverside", Optional.empty(), 9);
            post.database.execute("shutdown");
            assertThat(stored).isEqualTo(moment == CourierProcess.Writing.WRITTEN ? 0 : 1);
            assertThat(letters).hasSize(stored).allMatch(letter -> letter.state() == LetterState.DELIVERED);
            assertThat(receiver.eventIds("a")).hasSize(stored);
            assertThat(receiver.received("a")).hasSize(moment == Step.ANSWERED ? 2 : stored);
        }
    }

    private static void prepare(Path database) {
        Post post = Post.withTables(CourierProcess.url(database));
        post.database.execute("create table RECORD (ID varchar(20))");
        post.subscribe("riverside", "http://127.0.0.1/hook");
        post.database.execute("shutdown");
    }
}
