package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentState;

/** What is told of the end of a consent is what the server ends it by. */
class EndInWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final Consent consent = consent();

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, That came on Monday 2 November 2026.",
        "2026-11-02T03:00:00Z, That came on Sunday 1 November 2026.",
        "2026-11, That came in November 2026.",
        "2026, That came in 2026."
    })
    void tellsTheDayOnWhichItCameAsItIsWritten(String day, String sentence) {
        ends("event", day);
        assertThat(sentences()).containsExactly("It ended when this came: “When I move”.", sentence);
    }

    @Test
    void saysOfNothingThatIsStillAheadThatItCame() {
        ends("event", "2027-11-02");
        assertThat(sentences())
                .containsExactly("It ends when this comes: “When I move”.", "It ends on Tuesday 2 November 2027.");
        consent.setStatus(Consent.ConsentState.INACTIVE);
        assertThat(sentences()).isEmpty();
    }

    @Test
    void tellsTheEarlierOfTwoEnds() {
        ends("end-of-treatment", "2026-11-02");
        consent.getProvision().getPeriod().setEndElement(new DateTimeType("2026-10-31"));
        assertThat(sentences()).containsExactly("It ended on Saturday 31 October 2026.");
        consent.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-03"));
        assertThat(sentences()).containsExactly("It ended with the treatment.", "That came on Monday 2 November 2026.");
    }

    @Test
    void tellsWhatIsAhead() {
        assertThat(sentences()).containsExactly("No day is set on which it ends.");
        consent.getProvision().getPeriod().setEndElement(new DateTimeType("2027-06-01"));
        assertThat(sentences()).containsExactly("It ends on Tuesday 1 June 2027.");
        ends("end-of-treatment", null);
        assertThat(sentences())
                .containsExactly("It ends on Tuesday 1 June 2027.", "It ends with the treatment, if that is earlier.");
    }

    @Test
    void tellsNoEndOfWhatWasTakenBack() {
        consent.getProvision().getPeriod().setEndElement(new DateTimeType("2027-06-01"));
        consent.setStatus(Consent.ConsentState.INACTIVE);
        assertThat(sentences()).isEmpty();
        consent.setStatus(Consent.ConsentState.ENTEREDINERROR);
        assertThat(sentences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-09,",
        "2026-01-09T12:30:00-05:00,",
        "2026-11-27,",
        "2026-01-08, came lies before the consent was signed.",
        "2026-01-09T12:29:59-05:00, came lies before the consent was signed.",
        "2026-11-28, came is not a moment that has come.",
        "2026-11, came names no day.",
        "2026, came names no day."
    })
    void takesADayFromTheSigningUntilNow(String day, String problem) {
        assertThat(EventDay.problem(consent, new DateTimeType(day), NOW)).isEqualTo(Optional.ofNullable(problem));
    }

    @Test
    void takesNoEmptyDay() {
        assertThat(EventDay.problem(consent, new DateTimeType(), NOW)).contains("came names no day.");
    }

    private List<String> sentences() {
        ConsentRecord record = ConsentReader.read(consent);
        return EndInWords.of(
                record.lifecycle(), ConsentEnd.of(consent), ConsentReader.zone(consent), state(record), NOW);
    }

    /** As if nothing were missing that the law asks for. */
    private static ConsentState state(ConsentRecord record) {
        return ConsentState.at(
                new ConsentRecord(
                        "c", "rosa", record.discloser(), record.lifecycle(), Set.of(), List.of(), List.of(), Set.of()),
                NOW);
    }

    private void ends(String kind, @Nullable String came) {
        Extension expiry = consent.addExtension().setUrl(ConsentEnd.URL);
        expiry.addExtension("kind", new CodeType(kind));
        if ("event".equals(kind)) {
            expiry.addExtension("words", new StringType("When I move"));
        }
        if (came != null) {
            expiry.addExtension(ConsentEnd.CAME, new DateTimeType(came));
        }
    }

    private static Consent consent() {
        return new Consent()
                .setStatus(Consent.ConsentState.ACTIVE)
                .setDateTimeElement(new DateTimeType("2026-01-09T12:30:00-05:00"));
    }
}
