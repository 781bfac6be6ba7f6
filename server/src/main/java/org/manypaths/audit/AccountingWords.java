package org.manypaths.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What an accounting covers and how much it found, so that an empty one is not read as more than it is. Pure. */
final class AccountingWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private AccountingWords() {}

    /**
     * Such as {@code From 1 May 2026 on, nothing is recorded that went to Riverside Hospital; others were not asked for.}
     *
     * @param names how an organisation is called, by its id
     */
    static String sentence(AccountingRequest request, int found, UnaryOperator<String> names) {
        String recipient = request.recipient()
                .map(id -> " that went to " + names.apply(id))
                .orElse("");
        String much = found == 0
                ? "nothing is recorded" + (recipient.isEmpty() ? " that was given to anybody" : recipient)
                : found == 1
                        ? "one disclosure is recorded" + recipient
                        : found + " disclosures are recorded" + recipient;
        return "From " + day(request.from()) + " on, " + much
                + (recipient.isEmpty() ? "." : "; what went to others was not asked for.")
                + (request.isAhead() ? " That day is still to come: nothing can be found after it." : "");
    }

    static String day(Instant moment) {
        return DAY.format(moment.atOffset(ZoneOffset.UTC));
    }
}
