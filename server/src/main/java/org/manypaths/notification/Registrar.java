package org.manypaths.notification;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.SubscribedCriteria;
import org.manypaths.notification.Subscriber.Standing;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Takes subscriptions in, in the transaction that stores them, and strikes them out. */
class Registrar {

    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private static final Set<SubscriptionStatus> ASKED =
            EnumSet.of(SubscriptionStatus.REQUESTED, SubscriptionStatus.ACTIVE);

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final Matcher matcher;
    private final SubscribedCriteria criteria;
    private final NotificationSettings settings;
    private final Clock clock;

    Registrar(
            SubscriberTable subscribers,
            Outbox outbox,
            Matcher matcher,
            SubscribedCriteria criteria,
            NotificationSettings settings,
            Clock clock) {
        this.criteria = criteria;
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.matcher = matcher;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a subscription that somebody asks for active, for from its commit on it is.
     *
     * @throws Refusal if it cannot be served
     */
    void accept(Subscription subscription, RequestDetails request) {
        if (subscription.getStatus() == SubscriptionStatus.OFF) {
            return;
        }
        if (subscription.getStatus() == SubscriptionStatus.ERROR) {
            throw new Refusal(
                    UNPROCESSABLE,
                    NotificationCode.STATUS
                            .issue("That notifications do not arrive is said by the server.")
                            .remedy("Send the status requested to begin anew, or off to end it.")
                            .at("Subscription.status"));
        }
        if (!ASKED.contains(Optional.ofNullable(subscription.getStatus()).orElse(SubscriptionStatus.NULL))) {
            throw new Refusal(
                    UNPROCESSABLE,
                    NotificationCode.STATUS
                            .issue("The Subscription does not say whether it is asked for.")
                            .remedy("Send the status requested or active to be told, or off to end it.")
                            .at("Subscription.status"));
        }
        List<Issue> issues =
                new ArrayList<>(SubscriptionRules.findings(subscription, settings.endpoints(), matcher::unmatchable));
        SubscriptionRules.end(subscription, clock.instant()).ifPresent(issues::add);
        if (!issues.isEmpty()) {
            throw new Refusal(UNPROCESSABLE, issues);
        }
        Sessions.of(request).ifPresent(session -> criteria.require(session, subscription.getCriteria()));
        subscription.setStatus(SubscriptionStatus.ACTIVE).setError(null);
    }

    /** @throws Refusal if another organisation made it */
    void requireOwn(Subscription subscription, RequestDetails request) {
        Optional<Session> session = Sessions.of(request);
        Optional<Subscriber> known =
                subscribers.find(subscription.getIdElement().getIdPart());
        boolean operator = session.filter(Session::isOperator).isPresent();
        boolean own = known.isEmpty()
                || session.map(who -> who.caller().organization())
                        .equals(known.get().organization());
        if (!operator && !own) {
            throw new Refusal(
                    FORBIDDEN,
                    NotificationCode.NOT_YOURS
                            .issue("Another organisation subscribed this.")
                            .remedy("Make a Subscription of your own."));
        }
    }

    void enter(Subscription subscription, @Nullable RequestDetails request) {
        String id = subscription.getIdElement().getIdPart();
        Optional<Subscriber> known = subscribers.find(id);
        Optional<String> organization = known.isPresent()
                ? known.get().organization()
                : Optional.ofNullable(request).flatMap(Sessions::of).map(session -> session.caller()
                        .organization());
        Subscriber subscriber = subscriber(subscription, organization);
        subscribers.save(subscriber);
        if (subscriber.standing() == Standing.OFF) {
            outbox.stop(id, clock.instant());
        }
    }

    void strike(Subscription subscription) {
        String id = subscription.getIdElement().getIdPart();
        subscribers.remove(id);
        outbox.stop(id, clock.instant());
    }

    private static Subscriber subscriber(Subscription subscription, Optional<String> organization) {
        Standing standing =
                switch (subscription.getStatus()) {
                    case ACTIVE -> Standing.ACTIVE;
                    case ERROR -> Standing.ERROR;
                    default -> Standing.OFF;
                };
        return new Subscriber(
                subscription.getIdElement().getIdPart(),
                standing,
                SubscriptionRules.type(subscription),
                subscription.getCriteria(),
                subscription.getChannel().getEndpoint(),
                subscription.getChannel().hasPayload(),
                subscription.getChannel().getHeader().stream()
                        .map(PrimitiveType::getValue)
                        .toList(),
                organization,
                Optional.ofNullable(subscription.getEnd()).map(end -> end.toInstant()));
    }
}
