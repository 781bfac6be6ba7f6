package org.manypaths.transition;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.manypaths.conformance.Canonical;

/**
 * Since when the next step of a handoff is waited for.
 *
 * @param due when somebody has to act; empty when every deadline has passed
 * @param passed deadlines that have passed
 */
record HandoffClock(Instant since, Optional<Instant> due, int passed) {

    static final String URL = Canonical.BASE + "/StructureDefinition/ihrp-handoff-clock";

    private static final String SINCE = "since";
    private static final String DUE = "due";
    private static final String PASSED = "passed";

    static Optional<HandoffClock> read(Task task) {
        Extension clock = task.getExtensionByUrl(URL);
        if (clock == null) {
            return Optional.empty();
        }
        return time(clock, SINCE).map(since -> new HandoffClock(since, time(clock, DUE), passed(clock)));
    }

    /** Puts this in place of whatever stood there. */
    static void write(Task task, Optional<HandoffClock> clock) {
        task.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        clock.ifPresent(told -> {
            Extension extension = task.addExtension().setUrl(URL);
            extension.addExtension(SINCE, dateTime(told.since()));
            told.due().ifPresent(due -> extension.addExtension(DUE, dateTime(due)));
            extension.addExtension(PASSED, new UnsignedIntType(told.passed()));
        });
    }

    private static Optional<Instant> time(Extension clock, String part) {
        return Optional.ofNullable(clock.getExtensionByUrl(part))
                .map(Extension::getValue)
                .filter(BaseDateTimeType.class::isInstance)
                .map(value -> ((BaseDateTimeType) value).getValue())
                .map(Date::toInstant);
    }

    private static int passed(Extension clock) {
        return Optional.ofNullable(clock.getExtensionByUrl(PASSED))
                .map(Extension::getValue)
                .filter(UnsignedIntType.class::isInstance)
                .map(value -> ((PrimitiveType<?>) value).getValueAsString())
                .map(Integer::valueOf)
                .orElse(0);
    }

    private static DateTimeType dateTime(Instant instant) {
        return new DateTimeType(Date.from(instant), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone("UTC"));
    }
}
