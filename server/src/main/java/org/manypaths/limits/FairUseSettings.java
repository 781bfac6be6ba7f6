package org.manypaths.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the server one client may have for itself, on each node.
 *
 * @param requestsPerSecond on average
 * @param burst how many may come at once after a pause
 * @param concurrent requests being answered at the same time
 */
@ConfigurationProperties("manypaths.limits.client")
public record FairUseSettings(
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("400") int burst,
        @DefaultValue("32") int concurrent) {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    public FairUseSettings {
        if (requestsPerSecond < 1 || concurrent < 1) {
            throw new IllegalArgumentException("manypaths.limits.client has limits of at least 1");
        }
        if (burst < requestsPerSecond) {
            throw new IllegalArgumentException(
                    "manypaths.limits.client.burst must be at least manypaths.limits.client.requests-per-second");
        }
    }

    Duration period() {
        return PERIOD;
    }
}
