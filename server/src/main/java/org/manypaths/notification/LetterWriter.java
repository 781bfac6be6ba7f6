package org.manypaths.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a letter to everybody whose subscription fits a record, in the transaction that stores the record. */
class LetterWriter {

    private static final Logger log = LoggerFactory.getLogger(LetterWriter.class);

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final Matcher matcher;
    private final SubscriberSights sights;
    private final NotificationSettings settings;
    private final Clock clock;

    LetterWriter(
            SubscriberTable subscribers,
            Outbox outbox,
            Matcher matcher,
            SubscriberSights sights,
            NotificationSettings settings,
            Clock clock) {
        this.sights = sights;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.matcher = matcher;
        this.settings = settings;
        this.clock = clock;
    }

    void tellOf(Resource stored) {
        Occurrence.of(stored, clock.instant()).ifPresent(occurrence -> subscribers.ofType(stored.fhirType()).stream()
                .filter(subscriber -> subscriber.isLiveAt(occurrence.at()))
                .filter(subscriber -> fits(subscriber, stored))
                .forEach(subscriber -> outbox.put(
                        eventId(subscriber, occurrence),
                        subscriber,
                        occurrence,
                        occurrence.at().plus(settings.giveUpAfter()))));
    }

    /** A search that was sound when it was subscribed and is not any more must not stop anybody from giving care. */
    private boolean fits(Subscriber subscriber, Resource stored) {
        try {
            return sights.of(subscriber).stream().anyMatch(criteria -> matcher.matches(criteria, stored));
        } catch (RuntimeException e) {
            log.error("The criteria of Subscription {} cannot be matched any more", subscriber.id(), e);
            return false;
        }
    }

    /** The same for the same version told to the same subscriber, whoever computes it and however often. */
    private static String eventId(Subscriber subscriber, Occurrence occurrence) {
        String name = subscriber.id() + "|" + occurrence.focus();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
