package org.manypaths.refusal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognizes that a database was told to stop because an answer took too long. */
final class TimeRules {

    /** SQL's own state for a statement that was cancelled. */
    private static final String CANCELLED = "57014";

    /**
     * Where only the words are left, because a search in the background noted how it ended or an entry of a batch was
     * answered; and the transaction whose time was up between two statements.
     */
    private static final Pattern WORDS = Pattern.compile("QueryTimeoutException|transaction timeout expired"
            + "|canceling statement due to|Statement was canceled or the session timed out");

    private TimeRules() {}

    static Optional<Refusal> refusal(Stream<Throwable> causes) {
        return causes.anyMatch(TimeRules::isTimeout) ? Optional.of(refusal()) : Optional.empty();
    }

    static Optional<Refusal> refusal(String words) {
        return WORDS.matcher(words).find() ? Optional.of(refusal()) : Optional.empty();
    }

    private static boolean isTimeout(Throwable cause) {
        boolean cancelled = cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState());
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return cancelled || WORDS.matcher(words).find();
    }

    private static Refusal refusal() {
        return RequestCode.TOO_SLOW.refusal(
                "The answer took longer than this server lets one request take, so it stopped looking.",
                "Ask for less: name a person or a narrower date, or ask in several requests.");
    }
}
