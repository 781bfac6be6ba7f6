package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manypaths.database.OwnSchema;
import org.manypaths.testkit.RealPostgres;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The outbox's SQL on a real PostgreSQL, in a schema of its own. */
class OutboxOnPostgresIT {

    @Test
    void keepsOrderAndLeases() {
        Post post = new Post(source());
        OwnSchema.statements().forEach(post.database::execute);
        Subscriber riverside = post.subscribe("riverside", "https://riverside.example/hook");
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(riverside, "rosa", "Task/1/_history/2");
        long first = post.outbox.heads(riverside, post.clock.instant(), 9).get(0);
        assertThat(post.outbox.lease(first, "a", post.clock.instant(), Duration.ofMinutes(2)))
                .isPresent();
        assertThat(post.outbox.lease(first, "b", post.clock.instant(), Duration.ofMinutes(2)))
                .isEmpty();

        post.clock.advance(Duration.ofMinutes(3));
        post.answer = letter -> Optional.of("The receiver answered 500.");
        post.bringAll(post.courier("b"));
        assertThat(post.brought).containsExactly("riverside Task/1/_history/1");
        post.clock.advance(Post.SETTINGS.giveUpAfter());
        post.bringAll(post.courier("b"));
        assertThat(post.outbox.count(LetterState.DEAD)).isEqualTo(1);
        post.answer = letter -> Optional.empty();
        assertThat(post.outbox.resend(
                        "riverside",
                        "riversideTask/1/_history/1",
                        post.clock.instant(),
                        post.clock.instant().plusSeconds(60)))
                .isTrue();
        post.bringAll(post.courier("b"));
        post.bringAll(post.courier("b"));
        assertThat(post.outbox.count(LetterState.DELIVERED)).isEqualTo(2);
        post.outbox.purge(post.clock.instant().plusSeconds(1));
        assertThat(post.outbox.list("riverside", Optional.empty(), 9)).isEmpty();
    }

    private static DriverManagerDataSource source() {
        Map<String, String> database = RealPostgres.shared().environment();
        String url = Objects.requireNonNull(database.get("MANYPATHS_DB_URL"));
        String user = database.get("MANYPATHS_DB_USER");
        String password = database.get("MANYPATHS_DB_PASSWORD");
        new JdbcTemplate(new DriverManagerDataSource(url, user, password))
                .execute("create schema if not exists outbox");
        return new DriverManagerDataSource(
                url + (url.contains("?") ? "&" : "?") + "currentSchema=outbox", user, password);
    }
}
