package org.manypaths.security;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The assertions that were used, so that none is used twice: not after a restart, and not at another node.
 *
 * <p>The primary key of the table decides; of two that come at the same moment the database lets one in.
 */
final class UsedAssertions {

    private static final long SECONDS_BETWEEN_SWEEPS = 60;

    private final JdbcTemplate database;
    private final Clock clock;
    private final AtomicLong nextSweep = new AtomicLong();

    UsedAssertions(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Notes the use of an assertion.
     *
     * @param expires no assertion is accepted from then on anyway
     * @return false if it was used before
     */
    boolean use(String client, String jti, Instant expires) {
        sweep();
        try {
            database.update(
                    "insert into MP_USED_ASSERTION (CLIENT, JTI, EXPIRES) values (?, ?, ?)",
                    client,
                    jti,
                    expires.getEpochSecond());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private void sweep() {
        long now = clock.instant().getEpochSecond();
        long due = nextSweep.get();
        if (now >= due && nextSweep.compareAndSet(due, now + SECONDS_BETWEEN_SWEEPS)) {
            database.update("delete from MP_USED_ASSERTION where EXPIRES < ?", now - AssertionRules.SKEW_SECONDS);
        }
    }
}
