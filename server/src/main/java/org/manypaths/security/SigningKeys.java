package org.manypaths.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The keys that this server signs tokens with: made at the first start, kept in the database, never shipped.
 *
 * <p>They are bound to no address, so that they hold when port or public URL change. The newest one signs, all verify.
 */
final class SigningKeys {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

    private static final int BITS = 2048;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final JdbcTemplate database;
    private final Clock clock;
    private volatile List<RSAKey> keys;
    private volatile Instant read;

    SigningKeys(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
        keys = load();
        if (keys.isEmpty()) {
            make();
            keys = load();
        }
        read = clock.instant();
    }

    /** The newest first. */
    List<RSAKey> all() {
        return keys;
    }

    RSAKey current() {
        return keys.get(0);
    }

    /** A key that another node made since is looked for too, but not for each token that somebody makes up. */
    Optional<RSAKey> find(String kid) {
        Optional<RSAKey> found = known(kid);
        if (found.isEmpty() && clock.instant().isAfter(read.plus(PAUSE))) {
            keys = load();
            read = clock.instant();
            return known(kid);
        }
        return found;
    }

    private Optional<RSAKey> known(String kid) {
        return keys.stream().filter(key -> key.getKeyID().equals(kid)).findFirst();
    }

    private List<RSAKey> load() {
        return database.query(
                "select JWK from MP_SIGNING_KEY order by MADE desc, KID", (row, number) -> parse(row.getString(1)));
    }

    private void make() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(ALGORITHM)
                    .keyIDFromThumbprint(true)
                    .generate();
            database.update(
                    "insert into MP_SIGNING_KEY (KID, MADE, JWK) values (?, ?, ?)",
                    key.getKeyID(),
                    clock.instant().getEpochSecond(),
                    key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM cannot make an RSA key", e);
        }
    }

    private static RSAKey parse(String json) {
        try {
            return JWK.parse(json).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("A signing key in the database cannot be read", e);
        }
    }
}
