package org.manypaths.notification;

import java.util.List;
import org.manypaths.access.SubscribedCriteria;
import org.manypaths.security.Clients;
import org.manypaths.security.Session;

/** Reads the criteria of a subscriber as its organisation sees them at this moment. */
class SubscriberSights {

    private final Clients clients;
    private final SubscribedCriteria criteria;

    SubscriberSights(Clients clients, SubscribedCriteria criteria) {
        this.clients = clients;
        this.criteria = criteria;
    }

    /** One for each client of the organisation, for any of them may be told; none where nobody knows whose it is. */
    List<String> of(Subscriber subscriber) {
        List<Session> sessions =
                subscriber.organization().map(clients::sessionsOf).orElseGet(List::of);
        return sessions.stream()
                .map(session -> criteria.seen(session, subscriber.criteria()))
                .distinct()
                .toList();
    }
}
