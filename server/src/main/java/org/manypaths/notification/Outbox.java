package org.manypaths.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The letters, in a table of the same database as the records that they tell of.
 *
 * <p>A letter is put in by the transaction that stores the record: both are there, or neither. A node takes one out by
 * leasing its row, and what it says about it afterwards only counts while the lease is its own.
 */
class Outbox {

    private static final String SELECT = "select ID, EVENT_ID, SUBSCRIBER, PERSON, FOCUS, STATE, ATTEMPTS, OCCURRED_AT,"
            + " DUE_AT, GIVE_UP_AT, PROBLEM from MP_LETTER L ";
    private static final String READY =
            "L.STATE = 'WAITING' and L.DUE_AT <= ? and (L.LEASE_UNTIL is null or L.LEASE_UNTIL < ?)";
    private static final String NOTHING_EARLIER = """
            not exists (
                select 1 from MP_LETTER E join MP_SUBSCRIBER T on T.ID = E.SUBSCRIBER
                where E.PERSON = L.PERSON and E.STATE = 'WAITING' and E.ID < L.ID and T.ENDPOINT = ?
                    and coalesce(T.ORGANIZATION, '') = ?)""";
    private static final int PROBLEM_LENGTH = 300;

    private final JdbcTemplate database;

    Outbox(JdbcTemplate database) {
        this.database = database;
    }

    /** Does nothing where the event is in the outbox already. */
    void put(String eventId, Subscriber subscriber, Occurrence occurrence, Instant giveUp) {
        Integer known =
                database.queryForObject("select count(*) from MP_LETTER where EVENT_ID = ?", Integer.class, eventId);
        if (known != null && known > 0) {
            return;
        }
        database.update(
                "insert into MP_LETTER (EVENT_ID, SUBSCRIBER, PERSON, FOCUS, STATE, ATTEMPTS, OCCURRED_AT, DUE_AT,"
                        + " GIVE_UP_AT) values (?, ?, ?, ?, 'WAITING', 0, ?, ?, ?)",
                eventId,
                subscriber.id(),
                occurrence.person(),
                occurrence.focus(),
                occurrence.at().toEpochMilli(),
                occurrence.at().toEpochMilli(),
                giveUp.toEpochMilli());
    }

    /** Ids of subscribers for whom something is due. */
    List<String> due(Instant now) {
        return database.queryForList(
                "select distinct L.SUBSCRIBER from MP_LETTER L where " + READY,
                String.class,
                now.toEpochMilli(),
                now.toEpochMilli());
    }

    /** What is due for a subscriber and has nothing earlier of the same person, endpoint and organization before it. */
    List<Long> heads(Subscriber subscriber, Instant now, int limit) {
        return database.queryForList(
                "select L.ID from MP_LETTER L where L.SUBSCRIBER = ? and " + READY + " and " + NOTHING_EARLIER
                        + " order by L.DUE_AT, L.ID limit ?",
                Long.class,
                subscriber.id(),
                now.toEpochMilli(),
                now.toEpochMilli(),
                subscriber.endpoint(),
                subscriber.organization().orElse(""),
                limit);
    }

    /** The letter, for this holder alone until the lease ends; empty where another was quicker. */
    Optional<Letter> lease(long number, String holder, Instant now, Duration length) {
        int leased = database.update(
                "update MP_LETTER L set LEASE_HOLDER = ?, LEASE_UNTIL = ? where L.ID = ? and " + READY,
                holder,
                now.plus(length).toEpochMilli(),
                number,
                now.toEpochMilli(),
                now.toEpochMilli());
        return leased == 0 ? Optional.empty() : find(number);
    }

    boolean settle(Letter letter, String holder, LetterState state, Instant now, String problem) {
        return 0
                < database.update(
                        "update MP_LETTER set STATE = ?, ATTEMPTS = ?, SETTLED_AT = ?, PROBLEM = ?, LEASE_HOLDER = null,"
                                + " LEASE_UNTIL = null where ID = ? and STATE = 'WAITING' and LEASE_HOLDER = ?",
                        state.name(),
                        letter.attempts() + 1,
                        now.toEpochMilli(),
                        shortened(problem),
                        letter.number(),
                        holder);
    }

    boolean postpone(Letter letter, String holder, Instant due, String problem) {
        return 0
                < database.update(
                        "update MP_LETTER set ATTEMPTS = ?, DUE_AT = ?, PROBLEM = ?, LEASE_HOLDER = null,"
                                + " LEASE_UNTIL = null where ID = ? and STATE = 'WAITING' and LEASE_HOLDER = ?",
                        letter.attempts() + 1,
                        due.toEpochMilli(),
                        shortened(problem),
                        letter.number(),
                        holder);
    }

    /** The receiver is there again: what waited for it need not wait any longer. */
    void hurry(String subscriber, Instant now) {
        database.update(
                "update MP_LETTER set DUE_AT = ? where SUBSCRIBER = ? and STATE = 'WAITING' and DUE_AT > ?",
                now.toEpochMilli(),
                subscriber,
                now.toEpochMilli());
    }

    /** Nobody wants to be told any more. */
    void stop(String subscriber, Instant now) {
        database.update(
                "update MP_LETTER set STATE = 'STOPPED', SETTLED_AT = ? where SUBSCRIBER = ? and STATE = 'WAITING'",
                now.toEpochMilli(),
                subscriber);
    }

    /** Lets a letter that was given up or withheld wait again. */
    boolean resend(String subscriber, String eventId, Instant now, Instant giveUp) {
        return 0
                < database.update(
                        "update MP_LETTER set STATE = 'WAITING', ATTEMPTS = 0, DUE_AT = ?, GIVE_UP_AT = ?, SETTLED_AT ="
                                + " null where SUBSCRIBER = ? and EVENT_ID = ? and STATE in ('DEAD', 'WITHHELD')",
                        now.toEpochMilli(),
                        giveUp.toEpochMilli(),
                        subscriber,
                        eventId);
    }

    List<Letter> list(String subscriber, Optional<LetterState> state, int limit) {
        return database.query(
                SELECT + "where SUBSCRIBER = ? and STATE " + (state.isPresent() ? "=" : "<>")
                        + " ? order by ID desc limit ?",
                Outbox::read,
                subscriber,
                state.map(Enum::name).orElse(""),
                limit);
    }

    /** Forgets what was settled long ago; dead letters stay until somebody has looked at them. */
    void purge(Instant before) {
        database.update(
                "delete from MP_LETTER where STATE in ('DELIVERED', 'WITHHELD', 'STOPPED') and SETTLED_AT < ?",
                before.toEpochMilli());
    }

    long count(LetterState state) {
        Long count =
                database.queryForObject("select count(*) from MP_LETTER where STATE = ?", Long.class, state.name());
        return count == null ? 0 : count;
    }

    Optional<Letter> find(String subscriber, String eventId) {
        return database
                .query(SELECT + "where SUBSCRIBER = ? and EVENT_ID = ?", Outbox::read, subscriber, eventId)
                .stream()
                .findFirst();
    }

    private Optional<Letter> find(long number) {
        return database.query(SELECT + "where ID = ?", Outbox::read, number).stream()
                .findFirst();
    }

    private static String shortened(String problem) {
        return problem.length() <= PROBLEM_LENGTH ? problem : problem.substring(0, PROBLEM_LENGTH);
    }

    private static Letter read(ResultSet row, int index) throws SQLException {
        return new Letter(
                row.getLong("ID"),
                row.getString("EVENT_ID"),
                row.getString("SUBSCRIBER"),
                row.getString("PERSON"),
                row.getString("FOCUS"),
                LetterState.valueOf(row.getString("STATE")),
                row.getInt("ATTEMPTS"),
                Instant.ofEpochMilli(row.getLong("OCCURRED_AT")),
                Instant.ofEpochMilli(row.getLong("DUE_AT")),
                Instant.ofEpochMilli(row.getLong("GIVE_UP_AT")),
                Optional.ofNullable(row.getString("PROBLEM")).filter(text -> !text.isEmpty()));
    }
}
