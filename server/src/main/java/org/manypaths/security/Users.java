package org.manypaths.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Those who can sign in. After five wrong passwords a name has to wait. */
public final class Users {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;
    private static final int NAMES_COUNTED = 10_000;
    private static final Duration WAIT = Duration.ofMinutes(5);

    private final JdbcTemplate database;
    private final PasswordEncoder passwords = new BCryptPasswordEncoder();
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(NAMES_COUNTED)
            .expireAfterWrite(WAIT)
            .build();
    private volatile String nobodysPassword;

    Users(JdbcTemplate database) {
        this.database = database;
        nobodysPassword = "";
    }

    public Optional<User> find(String name) {
        return database
                .query("select BODY from MP_USER where NAME = ?", (row, number) -> parse(row.getString(1)), name)
                .stream()
                .findFirst();
    }

    /**
     * Adds a user or replaces the one of the same name.
     *
     * @param password as it is typed
     */
    public void put(String name, String title, String password, Role role, String fhirUser) {
        String body = write(new User(name, title, passwords.encode(password), role, fhirUser));
        if (database.update("update MP_USER set BODY = ? where NAME = ?", body, name) == 0) {
            database.update("insert into MP_USER (NAME, BODY) values (?, ?)", name, body);
        }
    }

    /** Takes as long for a name that nobody has as for a wrong password. */
    Optional<User> signIn(String name, String password) {
        AtomicInteger failed = failures.get(name, unused -> new AtomicInteger());
        if (failed.get() >= ATTEMPTS) {
            return Optional.empty();
        }
        Optional<User> user = find(name);
        boolean right = passwords.matches(password, user.map(User::password).orElseGet(this::nobodysPassword));
        if (right && user.isPresent()) {
            failures.invalidate(name);
            return user;
        }
        failed.incrementAndGet();
        return Optional.empty();
    }

    /** Made when it is first needed: a start does not wait for it. */
    private String nobodysPassword() {
        if (nobodysPassword.isEmpty()) {
            nobodysPassword = passwords.encode(Hashes.sha256(failures.toString()));
        }
        return nobodysPassword;
    }

    private static User parse(String body) {
        try {
            return JSON.readValue(body, User.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A user in the database cannot be read", e);
        }
    }

    private static String write(User user) {
        try {
            return JSON.writeValueAsString(user);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A user cannot be written", e);
        }
    }
}
