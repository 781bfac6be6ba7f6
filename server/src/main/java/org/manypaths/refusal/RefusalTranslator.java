package org.manypaths.refusal;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns whatever was thrown into a refusal that a partner can read. Pure.
 *
 * <p>HAPI's sentences are replaced by ours where we have better ones, and lose HAPI's number where we have not.
 */
final class RefusalTranslator {

    private static final int INTERNAL = 500;

    /** What a refusal is called of which only the status is known. */
    private static final Map<Integer, RequestCode> GENERAL = Stream.of(
                    RequestCode.INVALID,
                    RequestCode.UNAUTHORIZED,
                    RequestCode.FORBIDDEN,
                    RequestCode.NOT_FOUND,
                    RequestCode.METHOD,
                    RequestCode.FORMAT,
                    RequestCode.BUSY,
                    RequestCode.DELETED,
                    RequestCode.PRECONDITION,
                    RequestCode.TOO_LARGE,
                    RequestCode.CONTENT_TYPE,
                    RequestCode.UNPROCESSABLE)
            .collect(Collectors.toMap(RequestCode::status, Function.identity()));

    private RefusalTranslator() {}

    /** Empty where the fault is ours: what is said then is not this class's affair. */
    static Optional<Refusal> translate(Throwable thrown) {
        return causes(thrown)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst()
                .or(() -> TimeRules.refusal(causes(thrown)))
                .or(() -> causes(thrown).flatMap(cause -> known(cause).stream()).findFirst())
                .or(() -> unknown(thrown));
    }

    /** Says the same of an outcome that HAPI made already, as it does for each entry of a batch. */
    static Refusal translate(int status, String diagnostics) {
        return known(diagnostics).orElseGet(() -> inItsOwnWords(status, HapiMessage.of(diagnostics)));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static Optional<Refusal> known(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).flatMap(RefusalTranslator::known);
    }

    private static Optional<Refusal> known(String text) {
        return HapiMessage.nested(text).stream()
                .flatMap(message -> HapiRules.refusal(message).stream())
                .findFirst();
    }

    private static Optional<Refusal> unknown(Throwable thrown) {
        int status = status(thrown);
        String text = Optional.ofNullable(thrown.getMessage()).orElse("The request cannot be carried out.");
        return status < INTERNAL ? Optional.of(inItsOwnWords(status, HapiMessage.of(text))) : Optional.empty();
    }

    private static int status(Throwable thrown) {
        if (thrown instanceof BaseServerResponseException exception) {
            return exception.getStatusCode();
        }
        return thrown instanceof DataFormatException ? RequestCode.INVALID.status() : INTERNAL;
    }

    private static Refusal inItsOwnWords(int status, HapiMessage message) {
        RequestCode code = GENERAL.getOrDefault(status, RequestCode.INVALID);
        String words = message.words();
        Issue issue = code.issue(words.endsWith(".") || words.isEmpty() ? words : words + ".");
        return new Refusal(status, message.id().map(issue::messageId).orElse(issue));
    }
}
