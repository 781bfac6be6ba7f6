package org.manypaths.notification;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;
import org.manypaths.notification.DeliveryGate.Delivery;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** {@code Subscription/[id]/$letters} and {@code $resend}: what became of notifications, and the dead ones once more. */
public class LettersProvider {

    private static final int MOST = 1_000;

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final DeliveryGate gate;
    private final NotificationSettings settings;
    private final Clock clock;

    LettersProvider(
            SubscriberTable subscribers, Outbox outbox, DeliveryGate gate, NotificationSettings settings, Clock clock) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.gate = gate;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(name = "$letters", typeName = "Subscription", idempotent = true)
    public Parameters letters(
            @IdParam IdType id,
            @OperationParam(name = "state") @Nullable CodeType state,
            ServletRequestDetails request) {
        Subscriber subscriber = requireOwn(id, request);
        Optional<LetterState> wanted = Optional.ofNullable(state).map(code -> LetterState.of(code.getValue())
                .orElseThrow(() -> RequestCode.INVALID_PARAMETER.refusal(
                        "There is no state " + code.getValue() + " of a notification.",
                        "It is one of waiting, delivered, withheld, stopped and dead.")));
        Parameters answer = new Parameters();
        outbox.list(id.getIdPart(), wanted, MOST).stream()
                .filter(letter -> mayKnow(letter, subscriber, request))
                .forEach(letter -> describe(letter, answer.addParameter().setName("letter")));
        return answer;
    }

    @Operation(name = "$resend", typeName = "Subscription")
    public Parameters resend(
            @IdParam IdType id,
            @OperationParam(name = "event") @Nullable List<StringType> events,
            ServletRequestDetails request) {
        Subscriber subscriber = requireOwn(id, request);
        Instant now = clock.instant();
        long resent = wanted(id.getIdPart(), Optional.ofNullable(events).orElse(List.of()))
                .filter(letter -> mayKnow(letter, subscriber, request))
                .filter(letter ->
                        outbox.resend(id.getIdPart(), letter.eventId(), now, now.plus(settings.giveUpAfter())))
                .count();
        return new Parameters().addParameter("resent", new UnsignedIntType((int) resent));
    }

    /** The letters of these events; without any, all that are dead. */
    private Stream<Letter> wanted(String subscriber, List<StringType> events) {
        return events.isEmpty()
                ? outbox.list(subscriber, Optional.of(LetterState.DEAD), MOST).stream()
                : events.stream().flatMap(event -> outbox.find(subscriber, event.getValue()).stream());
    }

    /** Who may not know of it is told what everybody is told of one that does not exist. */
    private Subscriber requireOwn(IdType id, ServletRequestDetails request) {
        Optional<Subscriber> subscriber = subscribers.find(id.getIdPart()).filter(known -> Sessions.of(request)
                .map(session -> session.isOperator()
                        || known.organization()
                                .equals(Optional.of(session.caller().organization())))
                .orElse(false));
        return subscriber.orElseThrow(() -> RequestCode.NOT_FOUND.refusal(
                "There is no Subscription/" + id.getIdPart() + ".", "Search for yours: GET [base]/Subscription."));
    }

    /** That something of hidden records happened is hidden as they are; criteria could ask for anything in them. */
    private boolean mayKnow(Letter letter, Subscriber subscriber, ServletRequestDetails request) {
        return Sessions.of(request).filter(Session::isOperator).isPresent()
                || gate.permits(new Delivery(subscriber.organization(), "$letters", letter.person(), letter.focus()));
    }

    private static void describe(Letter letter, ParametersParameterComponent into) {
        into.addPart().setName("event").setValue(new StringType(letter.eventId()));
        into.addPart().setName("number").setValue(new StringType(String.valueOf(letter.number())));
        into.addPart().setName("focus").setValue(new StringType(letter.focus()));
        into.addPart().setName("state").setValue(new CodeType(letter.state().code()));
        into.addPart().setName("attempts").setValue(new UnsignedIntType(letter.attempts()));
        into.addPart().setName("occurred").setValue(new InstantType(Date.from(letter.occurred())));
        if (letter.state() == LetterState.WAITING) {
            into.addPart().setName("next").setValue(new InstantType(Date.from(letter.due())));
        }
        letter.problem().ifPresent(words -> into.addPart().setName("problem").setValue(new StringType(words)));
    }
}
