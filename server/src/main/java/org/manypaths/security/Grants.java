package org.manypaths.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.GrantRecord.Kind;
import org.manypaths.security.GrantRecord.TokenRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what was granted in the database: it holds over restarts and at all nodes, and so does its revocation. */
final class Grants implements OAuth2AuthorizationService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_BE_APPROVED = Duration.ofMinutes(10);
    private static final long SECONDS_BETWEEN_SWEEPS = 60;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final RegisteredClientRepository clients;
    private final Clock clock;
    private final AtomicLong nextSweep = new AtomicLong();

    Grants(JdbcTemplate database, TransactionOperations transactions, RegisteredClientRepository clients, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        sweep();
        GrantRecord record = GrantMapper.record(grant);
        transactions.executeWithoutResult(status -> {
            database.update("delete from MP_GRANT_TOKEN where GRANT_ID = ?", record.id());
            database.update("delete from MP_GRANT where ID = ?", record.id());
            insert(record);
        });
        record.tokens().stream()
                .filter(token -> token.kind() == Kind.ACCESS && token.invalidated())
                .forEach(this::revoke);
    }

    private void insert(GrantRecord record) {
        database.update(
                "insert into MP_GRANT (ID, CLIENT, EXPIRES, BODY) values (?, ?, ?, ?)",
                record.id(),
                record.client(),
                expires(record),
                write(record));
        Stream.concat(
                        Stream.ofNullable(record.state()),
                        record.tokens().stream().map(TokenRecord::hash))
                .forEach(hash -> database.update(
                        "insert into MP_GRANT_TOKEN (HASH, GRANT_ID) values (?, ?)", hash, record.id()));
    }

    private long expires(GrantRecord record) {
        return record.tokens().stream()
                .map(TokenRecord::expires)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(clock.instant().plus(TO_BE_APPROVED).getEpochSecond());
    }

    /** The name of the token, not the token, so that each request can be held against it. */
    private void revoke(TokenRecord token) {
        try {
            database.update(
                    "insert into MP_REVOKED_TOKEN (TOKEN, EXPIRES) values (?, ?)",
                    String.valueOf(token.claims().get("jti")),
                    token.expires());
        } catch (DuplicateKeyException e) {
            return;
        }
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        GrantMapper.record(grant).tokens().stream()
                .filter(token -> token.kind() == Kind.ACCESS)
                .forEach(this::revoke);
        database.update("delete from MP_GRANT where ID = ?", grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return database.queryForList("select BODY from MP_GRANT where ID = ?", String.class, id).stream()
                .findFirst()
                .flatMap(body -> grant(body, null))
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        String hash = Hashes.sha256(token);
        return database
                .queryForList(
                        "select G.BODY from MP_GRANT G join MP_GRANT_TOKEN T on T.GRANT_ID = G.ID where T.HASH = ?",
                        String.class,
                        hash)
                .stream()
                .findFirst()
                .filter(body -> isOfType(read(body), hash, type))
                .flatMap(body -> grant(body, token))
                .orElse(null);
    }

    /** A refresh token is no code, even where somebody sends it as one. */
    private static boolean isOfType(GrantRecord record, String hash, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return true;
        }
        Optional<Kind> kind = record.tokens().stream()
                .filter(token -> token.hash().equals(hash))
                .map(TokenRecord::kind)
                .findFirst();
        return switch (type.getValue()) {
            case "state" -> hash.equals(record.state());
            case "code" -> kind.filter(Kind.CODE::equals).isPresent();
            case "access_token" -> kind.filter(Kind.ACCESS::equals).isPresent();
            case "refresh_token" -> kind.filter(Kind.REFRESH::equals).isPresent();
            case "id_token" -> kind.filter(Kind.IDENTITY::equals).isPresent();
            default -> false;
        };
    }

    /** None once its client is gone. */
    private Optional<OAuth2Authorization> grant(String body, @Nullable String presented) {
        GrantRecord record = read(body);
        RegisteredClient client = clients.findById(record.client());
        return client == null ? Optional.empty() : Optional.of(GrantMapper.grant(record, client, presented));
    }

    private void sweep() {
        long now = clock.instant().getEpochSecond();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SECONDS_BETWEEN_SWEEPS)) {
            database.update("delete from MP_GRANT where EXPIRES < ?", now);
            database.update("delete from MP_REVOKED_TOKEN where EXPIRES < ?", now - SECONDS_BETWEEN_SWEEPS);
        }
    }

    private static GrantRecord read(String body) {
        try {
            return JSON.readValue(body, GrantRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A grant in the database cannot be read", e);
        }
    }

    private static String write(GrantRecord record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A grant cannot be written", e);
        }
    }
}
