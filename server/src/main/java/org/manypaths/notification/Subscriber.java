package org.manypaths.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A Subscription as deliveries need it.
 *
 * @param id logical id of the Subscription
 * @param criteria a search, as in the Subscription
 * @param withFocus whether the notification names what changed, or only says that something did
 * @param headers lines that the receiver asked for
 * @param organization on whose behalf it was made; empty where the request had no session
 */
record Subscriber(
        String id,
        Standing standing,
        String type,
        String criteria,
        String endpoint,
        boolean withFocus,
        List<String> headers,
        Optional<String> organization,
        Optional<Instant> end) {

    /** As the status of the Subscription says it. */
    enum Standing {
        ACTIVE,
        /** Its notifications are still tried. */
        ERROR,
        OFF
    }

    Subscriber {
        headers = List.copyOf(headers);
    }

    boolean isLiveAt(Instant now) {
        return standing != Standing.OFF
                && end.filter(until -> !now.isBefore(until)).isEmpty();
    }
}
