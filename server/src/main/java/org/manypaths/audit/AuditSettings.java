package org.manypaths.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept.
 *
 * @param node name of this process among those on the same database; it begins the name of its chain
 * @param patience how long a request waits for the trail before it is refused
 * @param gather how long a commit waits for the other requests that are being answered
 * @param anchorEvery how often a chain names the heads of the others
 * @param followEvery how often the table that entries are found by takes in what is new; a search does so too
 */
@ConfigurationProperties("manypaths.audit")
public record AuditSettings(
        @DefaultValue("node") String node,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("5ms") Duration gather,
        @DefaultValue("5m") Duration anchorEvery,
        @DefaultValue("5s") Duration followEvery) {

    private static final Duration MOST_GATHER = Duration.ofMillis(100);
    private static final String NAME = "[A-Za-z0-9-]{1,24}";

    public AuditSettings {
        if (gather.isNegative() || gather.compareTo(MOST_GATHER) > 0) {
            throw new IllegalArgumentException("manypaths.audit.gather is 0 to 100 ms");
        }
        if (followEvery.isNegative() || followEvery.isZero()) {
            throw new IllegalArgumentException("manypaths.audit.follow-every is more than 0");
        }
        if (!node.matches(NAME)) {
            throw new IllegalArgumentException("manypaths.audit.node has letters, digits and hyphens, 24 at most");
        }
    }
}
