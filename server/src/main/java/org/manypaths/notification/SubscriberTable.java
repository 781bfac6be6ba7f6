package org.manypaths.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The subscriptions that are told about, kept in the transaction that stores the Subscription, so that every node knows
 * at once who is to be told.
 */
class SubscriberTable {

    private static final String COLUMNS =
            "ID, STATUS, RESOURCE_TYPE, CRITERIA, ENDPOINT, WITH_FOCUS, HEADERS, ORGANIZATION, ENDS_AT";

    private final JdbcTemplate database;

    SubscriberTable(JdbcTemplate database) {
        this.database = database;
    }

    void save(Subscriber subscriber) {
        remove(subscriber.id());
        database.update(
                "insert into MP_SUBSCRIBER (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                subscriber.id(),
                subscriber.standing().name(),
                subscriber.type(),
                subscriber.criteria(),
                subscriber.endpoint(),
                subscriber.withFocus(),
                String.join("\n", subscriber.headers()),
                subscriber.organization().orElse(null),
                subscriber.end().map(Instant::toEpochMilli).orElse(null));
    }

    void remove(String id) {
        database.update("delete from MP_SUBSCRIBER where ID = ?", id);
    }

    Optional<Subscriber> find(String id) {
        return database
                .query("select " + COLUMNS + " from MP_SUBSCRIBER where ID = ?", SubscriberTable::read, id)
                .stream()
                .findFirst();
    }

    List<Subscriber> ofType(String type) {
        return database.query(
                "select " + COLUMNS + " from MP_SUBSCRIBER where RESOURCE_TYPE = ? and STATUS <> 'OFF'",
                SubscriberTable::read,
                type);
    }

    private static Subscriber read(ResultSet row, int number) throws SQLException {
        String headers = row.getString("HEADERS");
        long end = row.getLong("ENDS_AT");
        return new Subscriber(
                row.getString("ID"),
                Subscriber.Standing.valueOf(row.getString("STATUS")),
                row.getString("RESOURCE_TYPE"),
                row.getString("CRITERIA"),
                row.getString("ENDPOINT"),
                row.getBoolean("WITH_FOCUS"),
                headers.isEmpty() ? List.of() : List.of(headers.split("\n")),
                Optional.ofNullable(row.getString("ORGANIZATION")),
                end == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end)));
    }
}
