package org.manypaths.consentdesk;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.manypaths.consent.ConsentReader;

/** Whether a day can be the one on which that came with which a consent ends. Pure. */
final class EventDay {

    private EventDay() {}

    /** What is wrong with it, in words; empty where nothing is. */
    static Optional<String> problem(Consent consent, DateTimeType came, Instant now) {
        if (!came.hasValue() || came.getPrecision().compareTo(TemporalPrecisionEnum.DAY) < 0) {
            return Optional.of("came names no day.");
        }
        Instant start = ConsentReader.start(came, consent);
        if (start.isAfter(now)) {
            return Optional.of("came is not a moment that has come.");
        }
        return isBeforeSigning(start, ConsentReader.end(came, consent), consent)
                ? Optional.of("came lies before the consent was signed.")
                : Optional.empty();
    }

    /** A day alone is before it when all of it is. */
    private static boolean isBeforeSigning(Instant start, Instant end, Consent consent) {
        if (!consent.hasDateTime()) {
            return false;
        }
        Instant signed = ConsentReader.start(consent.getDateTimeElement(), consent);
        return start.isBefore(signed) && !end.isAfter(signed);
    }
}
