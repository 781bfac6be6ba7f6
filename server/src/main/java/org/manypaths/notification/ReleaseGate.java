package org.manypaths.notification;

import java.util.List;
import java.util.Optional;
import org.manypaths.access.RecordReleaser;
import org.manypaths.access.RecordReleaser.Released;
import org.manypaths.audit.Disclosures;
import org.manypaths.audit.SentRecord;
import org.manypaths.security.Clients;
import org.manypaths.security.Session;

/**
 * Lets an organisation be told of what one of its clients could read at this moment, once that is in the trail.
 *
 * <p>Where the trail cannot be written nothing is sent: the notification waits.
 */
class ReleaseGate implements DeliveryGate {

    private final Clients clients;
    private final RecordReleaser releaser;
    private final SentRecord trail;

    ReleaseGate(Clients clients, RecordReleaser releaser, SentRecord trail) {
        this.clients = clients;
        this.releaser = releaser;
        this.trail = trail;
    }

    @Override
    public boolean permits(Delivery delivery) {
        return delivery.organization().map(clients::sessionsOf).stream()
                .flatMap(List::stream)
                .anyMatch(session -> permits(session, delivery));
    }

    private boolean permits(Session session, Delivery delivery) {
        Disclosures notes = Disclosures.unattached();
        String record = delivery.focus().replaceFirst("/_history/.*", "");
        Optional<Released> released = releaser.release(session, record, notes);
        trail.append(session, "notification to " + delivery.endpoint(), released.map(Released::resource), notes);
        return released.isPresent();
    }
}
