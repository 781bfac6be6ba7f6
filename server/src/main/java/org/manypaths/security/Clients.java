package org.manypaths.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The registered clients, in the database, so that all nodes know the same ones.
 *
 * <p>What is removed or changed here counts from the next request on.
 */
public final class Clients {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 1_000;

    private final JdbcTemplate database;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Clients(JdbcTemplate database) {
        this.database = database;
    }

    /** Those in a database that no server of this process has open. */
    public static Clients in(DataSource source) {
        JdbcTemplate database = new JdbcTemplate(source);
        SecuritySchema.create(database);
        return new Clients(database);
    }

    /** Where a registration comes from; the configuration owns those that it names, and takes them back. */
    public enum Source {
        CONFIGURATION,
        COMMAND,
        DEMO
    }

    private record Known(String changed, Registration registration) {}

    public Optional<Registration> find(String id) {
        return state(id, "").flatMap(state -> registration(id, state.changed()));
    }

    /** The client of a token; empty once the client is gone or the token was revoked. One query, by keys. */
    Optional<Registration> ofToken(String id, String tokenId) {
        return state(id, tokenId).filter(state -> !state.revoked()).flatMap(state -> registration(id, state.changed()));
    }

    private record State(String changed, boolean revoked) {}

    private Optional<State> state(String id, String tokenId) {
        return database
                .query(
                        "select CHANGED, (select count(*) from MP_REVOKED_TOKEN where TOKEN = ?) from MP_CLIENT"
                                + " where ID = ?",
                        (row, number) -> new State(row.getString(1), row.getInt(2) > 0),
                        tokenId,
                        id)
                .stream()
                .findFirst();
    }

    private Optional<Registration> registration(String id, String changed) {
        Known kept = known.getIfPresent(id);
        if (kept != null && kept.changed().equals(changed)) {
            return Optional.of(kept.registration());
        }
        Optional<Known> read = database
                .query(
                        "select CHANGED, BODY from MP_CLIENT where ID = ?",
                        (row, number) -> new Known(row.getString(1), parse(row.getString(2))),
                        id)
                .stream()
                .findFirst();
        read.ifPresent(fresh -> known.put(id, fresh));
        return read.map(Known::registration);
    }

    public List<Registration> all() {
        return database.query("select BODY from MP_CLIENT order by ID", (row, number) -> parse(row.getString(1)));
    }

    /** Sessions, without a token, of the clients of an organisation; clients that stand for a person are none of them. */
    public List<Session> sessionsOf(String organization) {
        return all().stream()
                .filter(client -> client.organization().equals(organization) && client.patient() == null)
                .map(Registration::byItself)
                .toList();
    }

    /** Adds the client or replaces the one of the same id. */
    public void put(Registration registration, Source source) {
        String body = write(registration);
        String changed = Hashes.sha256(body.getBytes(StandardCharsets.UTF_8));
        int updated = database.update(
                "update MP_CLIENT set SOURCE = ?, CHANGED = ?, BODY = ? where ID = ?",
                source.name(),
                changed,
                body,
                registration.id());
        if (updated == 0) {
            database.update(
                    "insert into MP_CLIENT (ID, SOURCE, CHANGED, BODY) values (?, ?, ?, ?)",
                    registration.id(),
                    source.name(),
                    changed,
                    body);
        }
    }

    /** Whether there was such a client. */
    public boolean remove(String id) {
        return database.update("delete from MP_CLIENT where ID = ?", id) > 0;
    }

    /** Makes those of one source be these and no others. */
    void replaceAll(Collection<Registration> registrations, Source source) {
        Set<String> ids = registrations.stream().map(Registration::id).collect(Collectors.toSet());
        database.queryForList("select ID from MP_CLIENT where SOURCE = ?", String.class, source.name()).stream()
                .filter(id -> !ids.contains(id))
                .forEach(this::remove);
        registrations.forEach(registration -> put(registration, source));
    }

    private static Registration parse(String body) {
        try {
            return JSON.readValue(body, Registration.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A client in the database cannot be read", e);
        }
    }

    private static String write(Registration registration) {
        try {
            return JSON.writeValueAsString(registration);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A client cannot be written", e);
        }
    }
}
