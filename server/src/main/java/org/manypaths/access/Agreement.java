package org.manypaths.access;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that an operator has on file and by which an organisation gets records of another without the person's
 * consent.
 *
 * @param kind what the document is
 * @param holder logical id of the organisation whose records it is about
 * @param organization logical id of the one that gets them
 * @param from first day
 * @param until last day; empty while nobody ended it
 * @param document how it is called and where it is kept
 */
record Agreement(
        Kind kind, String holder, String organization, LocalDate from, Optional<LocalDate> until, String document) {

    /** What the law knows such documents for. */
    enum Kind {
        /** A service organisation that the law binds like the programme itself, for its operations (42 CFR 2.11, 2.12(c)(4)). */
        SERVICE_ORGANIZATION,
        /** Research (42 CFR 2.52). */
        RESEARCH
    }

    Agreement {
        require(!isBlank(holder) && !isBlank(organization), "says between which organizations it is");
        require(!isBlank(document), "says which document it is and where it is kept");
        require(kind != null && from != null, "has a kind and a first day");
        until = until == null ? Optional.empty() : until;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("An agreement of manypaths.agreements " + what);
        }
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
