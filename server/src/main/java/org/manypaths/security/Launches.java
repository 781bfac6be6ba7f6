package org.manypaths.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whose record an app is opened with: said by the EHR that launches it, or chosen by whoever signed in.
 *
 * <p>The app sees an opaque word for it, which works for that app alone, and in time.
 */
final class Launches {

    private static final Duration LIFE = Duration.ofMinutes(10);

    /** An app that refreshes its token for a month stays with the same person. */
    private static final Duration KEPT = Duration.ofDays(31);

    private final JdbcTemplate database;
    private final Clock clock;
    private final Supplier<String> words;

    /** @param words makes words that nobody can guess */
    Launches(JdbcTemplate database, Clock clock, Supplier<String> words) {
        this.database = database;
        this.clock = clock;
        this.words = words;
    }

    /** The word to give to the app. */
    String prepare(String client, String patient) {
        long now = clock.instant().getEpochSecond();
        database.update("delete from MP_LAUNCH where EXPIRES < ?", now - KEPT.toSeconds());
        String word = words.get();
        database.update(
                "insert into MP_LAUNCH (HASH, CLIENT, PATIENT, EXPIRES) values (?, ?, ?, ?)",
                Hashes.sha256(word),
                client,
                patient,
                now + LIFE.toSeconds());
        return word;
    }

    /** The person that the word stands for, if it was made for this app and is not too old to open it with. */
    Optional<String> patient(String client, String word) {
        return patient(client, word, clock.instant().getEpochSecond());
    }

    /** The same for a grant that the word once opened. */
    Optional<String> patientOfGrant(String client, String word) {
        return patient(client, word, 0);
    }

    private Optional<String> patient(String client, String word, long notExpiredAt) {
        return database
                .queryForList(
                        "select PATIENT from MP_LAUNCH where HASH = ? and CLIENT = ? and EXPIRES >= ?",
                        String.class,
                        Hashes.sha256(word),
                        client,
                        notExpiredAt)
                .stream()
                .findFirst();
    }
}
