package org.manypaths.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To whom notifications go, and how long this server tries.
 *
 * @param endpoints where notifications may go; nowhere unless listed
 * @param timeout how long one attempt may take, from the look-up of the name to the status of the answer
 * @param firstRetry the pause after the first attempt; it doubles with each further one
 * @param longestRetry the longest such pause
 * @param giveUpAfter how long a notification is tried before it is a dead letter
 * @param interval how often the outbox is looked through
 * @param lease how long a node has a notification for itself; a node that died holds it no longer than this
 * @param keep how long settled notifications are kept for those who ask what they were told
 * @param workers notifications that are under way at the same time on this node
 */
@ConfigurationProperties("manypaths.notification")
public record NotificationSettings(
        @DefaultValue List<String> endpoints,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("4d") Duration giveUpAfter,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("32") int workers) {

    private static final int LEASES_PER_TIMEOUT = 3;

    public NotificationSettings {
        endpoints = List.copyOf(endpoints);
        endpoints.forEach(EndpointRules::requireUsable);
        positive("timeout", timeout);
        positive("first-retry", firstRetry);
        positive("longest-retry", longestRetry);
        positive("give-up-after", giveUpAfter);
        positive("interval", interval);
        positive("keep", keep);
        if (lease.compareTo(timeout.multipliedBy(LEASES_PER_TIMEOUT)) < 0) {
            throw new IllegalArgumentException(
                    "manypaths.notification.lease must be at least three times manypaths.notification.timeout, or two"
                            + " nodes deliver the same notification at once");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("manypaths.notification.workers must be at least 1");
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("manypaths.notification." + key + " must be longer than nothing");
        }
    }
}
