package org.manypaths.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.manypaths.database.OwnSchema;
import org.manypaths.testkit.HandClock;
import org.springframework.jdbc.core.JdbcTemplate;

/** An outbox in a database of its own, with a clock and a postman in the hands of a test. */
final class Post {

    static final Instant MORNING = Instant.parse("2026-01-12T09:00:00Z");
    static final NotificationSettings SETTINGS = new NotificationSettings(
            List.of(),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ofDays(4),
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofDays(30),
            4);

    final JdbcTemplate database;
    final SubscriberTable subscribers;
    final Outbox outbox;
    final List<String> brought = new ArrayList<>();
    final List<String> standings = new ArrayList<>();
    final HandClock clock = new HandClock(MORNING);
    Function<Letter, Optional<String>> answer = letter -> Optional.empty();
    DeliveryGate gate = delivery -> true;
    Consumer<Step> moments = step -> {};

    Post(String url) {
        this(source(url));
    }

    Post(DataSource source) {
        database = new JdbcTemplate(source);
        subscribers = new SubscriberTable(database);
        outbox = new Outbox(database);
    }

    static Post withTables(String url) {
        Post post = new Post(url);
        OwnSchema.statements().forEach(post.database::execute);
        return post;
    }

    Courier courier(String holder) {
        StandingKeeper keeper = new StandingKeeper() {
            @Override
            public void gaveUp(String subscription, String problem) {
                standings.add(subscription + " error");
            }

            @Override
            public void recovered(String subscription) {
                standings.add(subscription + " active");
            }
        };
        Postman postman = (letter, subscriber) -> {
            brought.add(subscriber.id() + " " + letter.focus());
            return answer.apply(letter);
        };
        return new Courier(
                subscribers,
                outbox,
                delivery -> gate.permits(delivery),
                postman,
                new Courier.Means(SETTINGS, clock, holder, keeper, step -> moments.accept(step)));
    }

    Subscriber subscribe(String id, String endpoint) {
        return subscribe(id, endpoint, "organization-of-" + id);
    }

    Subscriber subscribe(String id, String endpoint, String organization) {
        Subscriber subscriber = new Subscriber(
                id,
                Subscriber.Standing.ACTIVE,
                "Task",
                "Task?",
                endpoint,
                true,
                List.of(),
                Optional.of(organization),
                Optional.empty());
        subscribers.save(subscriber);
        return subscriber;
    }

    void write(Subscriber subscriber, String person, String focus) {
        outbox.put(
                subscriber.id() + focus,
                subscriber,
                new Occurrence("Patient/" + person, focus, clock.instant()),
                clock.instant().plus(SETTINGS.giveUpAfter()));
    }

    /** One courier brings all that is due now, a letter at a time. */
    void bringAll(Courier courier) {
        for (String id : outbox.due(clock.instant())) {
            subscribers.find(id).ifPresent(subscriber -> outbox.heads(subscriber, clock.instant(), 10)
                    .forEach(courier::deliver));
        }
    }

    Letter letter(String subscriber) {
        return outbox.list(subscriber, Optional.empty(), 1).get(0);
    }

    private static DataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("sa");
        return source;
    }
}
