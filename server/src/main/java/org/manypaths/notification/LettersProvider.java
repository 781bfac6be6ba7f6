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
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Sessions;

/** {@code Subscription/[id]/$letters} and {@code $resend}: what became of notifications, and the dead ones once more. */
public class LettersProvider {

    private static final int MOST = 1_000;

    private final SubscriberTable subscribers;
    private final Outbox outbox;
    private final NotificationSettings settings;
    private final Clock clock;

    LettersProvider(SubscriberTable subscribers, Outbox outbox, NotificationSettings settings, Clock clock) {
        this.subscribers = subscribers;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Operation(name = "$letters", typeName = "Subscription", idempotent = true)
    public Parameters letters(
            @IdParam IdType id,
            @OperationParam(name = "state") @Nullable CodeType state,
            ServletRequestDetails request) {
        requireOwn(id, request);
        Optional<LetterState> wanted = Optional.ofNullable(state).map(code -> LetterState.of(code.getValue())
                .orElseThrow(() -> RequestCode.INVALID_PARAMETER.refusal(
                        "There is no state " + code.getValue() + " of a notification.",
                        "It is one of waiting, delivered, withheld, stopped and dead.")));
        Parameters answer = new Parameters();
        outbox.list(id.getIdPart(), wanted, MOST)
                .forEach(letter -> describe(letter, answer.addParameter().setName("letter")));
        return answer;
    }

    @Operation(name = "$resend", typeName = "Subscription")
    public Parameters resend(
            @IdParam IdType id,
            @OperationParam(name = "event") @Nullable List<StringType> events,
            ServletRequestDetails request) {
        requireOwn(id, request);
        Instant now = clock.instant();
        Stream<String> wanted = events == null || events.isEmpty()
                ? outbox.list(id.getIdPart(), Optional.of(LetterState.DEAD), MOST).stream()
                        .map(Letter::eventId)
                : events.stream().map(StringType::getValue);
        long resent = wanted.filter(
                        event -> outbox.resend(id.getIdPart(), event, now, now.plus(settings.giveUpAfter())))
                .count();
        return new Parameters().addParameter("resent", new UnsignedIntType((int) resent));
    }

    /** Who may not know of it is told what everybody is told of one that does not exist. */
    private void requireOwn(IdType id, ServletRequestDetails request) {
        Optional<Subscriber> subscriber = subscribers.find(id.getIdPart()).filter(known -> Sessions.of(request)
                .map(session -> session.isOperator()
                        || known.organization()
                                .equals(Optional.of(session.caller().organization())))
                .orElse(false));
        if (subscriber.isEmpty()) {
            throw RequestCode.NOT_FOUND.refusal(
                    "There is no Subscription/" + id.getIdPart() + ".", "Search for yours: GET [base]/Subscription.");
        }
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
