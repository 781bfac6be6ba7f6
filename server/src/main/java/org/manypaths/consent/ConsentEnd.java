package org.manypaths.consent;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/**
 * With what a consent ends beside a date (42 CFR 2.31(a)(7)).
 *
 * @param kind as {@code ihrp-consent-expiry} has it; empty where nothing is said
 * @param words the event, as it stands on the paper
 * @param came when it came, or the treatment ended; empty while nobody has learned of it
 */
public record ConsentEnd(String kind, Optional<String> words, Optional<Came> came) {

    public static final String URL = Canonical.BASE + "/StructureDefinition/ihrp-consent-expiry";
    public static final String CAME = "came";

    /**
     * When it came.
     *
     * @param at its first moment, where the person signed
     * @param precision how exactly it is known: a day alone is told as that day
     */
    public record Came(Instant at, TemporalPrecisionEnum precision) {

        private static Came of(BaseDateTimeType time, Consent consent) {
            return new Came(ConsentReader.start(time, consent), time.getPrecision());
        }
    }

    public static ConsentEnd of(Consent consent) {
        return new ConsentEnd(
                part(consent, "kind").map(Type::primitiveValue).findFirst().orElse(""),
                part(consent, "words").map(Type::primitiveValue).findFirst(),
                part(consent, CAME)
                        .filter(BaseDateTimeType.class::isInstance)
                        .map(value -> Came.of((BaseDateTimeType) value, consent))
                        .min(Comparator.comparing(Came::at)));
    }

    /** Whether something else than a day or the person's word ends it. */
    public boolean comesByItself() {
        return is("event") || is("end-of-treatment");
    }

    boolean is(String code) {
        return kind.equals(code);
    }

    private static Stream<Type> part(Consent consent, String name) {
        return consent.getExtensionsByUrl(URL).stream()
                .flatMap(expiry -> expiry.getExtensionsByUrl(name).stream())
                .map(Extension::getValue)
                .filter(value -> value != null && value.primitiveValue() != null);
    }
}
