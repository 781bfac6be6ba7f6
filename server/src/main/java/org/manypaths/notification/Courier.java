package org.manypaths.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.manypaths.notification.DeliveryGate.Delivery;
import org.manypaths.notification.Subscriber.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one letter: leases it, asks the gate, sends it, and notes what became of it.
 *
 * <p>Whatever stops it in between, the letter is there and waiting when the lease ends. What had been sent is then sent
 * again, under the same event id.
 */
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final DeliveryGate gate;
    private final Postman postman;
    private final Means means;

    /**
     * What else a courier needs.
     *
     * @param holder names this node among those at the same database
     * @param standings told when the standing of a subscriber is no longer what it was
     * @param moments told of each step before the next; a test may end the process there
     */
    record Means(
            NotificationSettings settings,
            Clock clock,
            String holder,
            StandingKeeper standings,
            Consumer<Step> moments) {}

    Courier(SubscriberTable subscribers, Outbox outbox, DeliveryGate gate, Postman postman, Means means) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.gate = gate;
        this.postman = postman;
        this.means = means;
    }

    /** True if the receiver has it now, or need not have it: there may be more to bring. */
    boolean deliver(long number) {
        Optional<Letter> leased =
                outbox.lease(number, means.holder(), now(), means.settings().lease());
        if (leased.isEmpty()) {
            return true;
        }
        means.moments().accept(Step.LEASED);
        Letter letter = leased.get();
        Optional<Subscriber> subscriber = subscribers.find(letter.subscriber()).filter(known -> known.isLiveAt(now()));
        if (subscriber.isEmpty()) {
            return settle(letter, LetterState.STOPPED, "");
        }
        return deliver(letter, subscriber.get());
    }

    private boolean deliver(Letter letter, Subscriber subscriber) {
        try {
            if (!gate.permits(
                    new Delivery(subscriber.organization(), subscriber.endpoint(), letter.person(), letter.focus()))) {
                return settle(letter, LetterState.WITHHELD, "The receiver may not know this.");
            }
        } catch (RuntimeException e) {
            log.warn("Whether event {} may be told cannot be said", letter.eventId(), e);
            return miss(letter, subscriber, "Whether the receiver may know this could not be said.");
        }
        means.moments().accept(Step.PERMITTED);
        Optional<String> problem = postman.bring(letter, subscriber);
        means.moments().accept(Step.ANSWERED);
        return problem.isEmpty() ? arrive(letter, subscriber) : miss(letter, subscriber, problem.get());
    }

    private boolean arrive(Letter letter, Subscriber subscriber) {
        settle(letter, LetterState.DELIVERED, "");
        if (letter.attempts() > 0) {
            outbox.hurry(subscriber.id(), now());
        }
        if (subscriber.standing() == Standing.ERROR) {
            means.standings().recovered(subscriber.id());
        }
        return true;
    }

    private boolean miss(Letter letter, Subscriber subscriber, String problem) {
        NotificationSettings settings = means.settings();
        Instant due = now().plus(BackOffRules.pause(letter.attempts(), settings.firstRetry(), settings.longestRetry()));
        if (due.isBefore(letter.giveUp())) {
            outbox.postpone(letter, means.holder(), due, problem);
            means.moments().accept(Step.NOTED);
        } else {
            log.warn("Event {} of Subscription {} is given up", letter.eventId(), subscriber.id());
            settle(letter, LetterState.DEAD, problem);
            means.standings().gaveUp(subscriber.id(), problem);
        }
        return false;
    }

    private boolean settle(Letter letter, LetterState state, String problem) {
        outbox.settle(letter, means.holder(), state, now(), problem);
        means.moments().accept(Step.NOTED);
        return true;
    }

    private Instant now() {
        return means.clock().instant();
    }
}
