package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentReaderTest {

    private static final Instant DURING = Instant.parse("2026-06-01T00:00:00Z");

    private final Consent consent = WholeConsent.of();

    @Test
    void readsAWholeConsent() {
        ConsentRecord read = ConsentReader.read(consent);
        assertThat(read.missing()).isEmpty();
        assertThat(ConsentState.at(read, DURING)).isEqualTo(ConsentState.IN_FORCE);
        assertThat(read.discloser()).containsExactly("detox");
        assertThat(read.permits()).singleElement().satisfies(scope -> {
            assertThat(scope.recipients()).isEqualTo(new Recipients.Named(Set.of("hospital")));
            assertThat(scope.purposes()).containsExactly(Purpose.TREATMENT);
            assertThat(scope.kinds())
                    .contains(InformationKind.SUBSTANCE_USE, InformationKind.GENERAL_HEALTH)
                    .doesNotContain(InformationKind.HIV, InformationKind.COUNSELLING_NOTE);
        });
        assertThat(read.denies()).isEmpty();
    }

    @Test
    void lacksEachElementThatIsNotThere() {
        consent.setSource(null);
        consent.getExtension().clear();
        consent.getProvision().setPeriod(null);
        consent.getProvision().getSecurityLabel().clear();
        consent.getProvision().getPurpose().clear();
        consent.getProvision().getActor().clear();
        assertThat(ConsentReader.read(consent).missing())
                .containsExactlyInAnyOrder(
                        "a signature",
                        "that and how it can be revoked",
                        "who may disclose",
                        "to whom",
                        "what information, in a way that can be checked",
                        "the purpose",
                        "when or with what it ends");
    }

    @Test
    void believesNoLabelUnderTheAddressOfAValueSet() {
        consent.getProvision().getSecurityLabel().clear();
        consent.getProvision()
                .addSecurityLabel(new Coding()
                        .setSystem("http://terminology.hl7.org/ValueSet/v3-InformationSensitivityPolicy")
                        .setCode("SUD"));
        assertThat(ConsentReader.read(consent).missing())
                .containsExactly("what information, in a way that can be checked");
    }

    @Test
    void endsAtTheEndOfItsLastDayWhereThePersonSigned() {
        ConsentRecord read = ConsentReader.read(consent);
        assertThat(read.lifecycle().expiresAt()).contains(Instant.parse("2027-01-10T05:00:00Z"));
    }

    @Test
    void isRevokedWhenItIsInactive() {
        consent.setStatus(Consent.ConsentState.INACTIVE);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void isRevokedWhenItIsRejected() {
        consent.setStatus(Consent.ConsentState.REJECTED);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.REVOKED);
    }

    @Test
    void isUnsignedWithoutAStatus() {
        consent.setStatus(null);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.UNSIGNED);
    }

    @Test
    void isDeficientWithoutADay() {
        consent.setDateTime(null);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.DEFICIENT);
    }

    @Test
    void keepsBackWithoutAPaperOnceItIsGivenAndUntilItEnds() {
        consent.setSource(null).getExtension().clear();
        assertThat(ConsentState.keepsBack(ConsentReader.read(consent), DURING)).isTrue();
        assertThat(ConsentState.keepsBack(ConsentReader.read(consent), DURING.minusSeconds(400L * 86_400)))
                .isFalse();
        assertThat(ConsentState.keepsBack(ConsentReader.read(consent.setStatus(Consent.ConsentState.DRAFT)), DURING))
                .isFalse();
        assertThat(ConsentState.keepsBack(ConsentReader.read(consent.setStatus(Consent.ConsentState.INACTIVE)), DURING))
                .isFalse();
    }

    @Test
    void knowsNobodyOfAnotherServer() {
        consent.getProvision()
                .getActor()
                .get(1)
                .setReference(new Reference("http://example.org/Organization/hospital"));
        assertThat(ConsentReader.read(consent).missing()).contains("to whom");
    }

    @Test
    void isUnsignedBeforeItsPeriodBegins() {
        consent.getProvision().getPeriod().setStartElement(new DateTimeType("2026-06-01T00:00:01Z"));
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.UNSIGNED);
    }

    @Test
    void beginsAtItsSigningWhenItsPeriodBeganBefore() {
        consent.getProvision().getPeriod().setStartElement(new DateTimeType("2025-01-01T00:00:00Z"));
        assertThat(ConsentReader.read(consent).lifecycle().signedAt()).contains(Instant.parse("2026-01-09T17:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2027, 2028-01-01T05:00:00Z",
        "2027-02, 2027-03-01T05:00:00Z",
        "2027-02-28, 2027-03-01T05:00:00Z",
        "2027-02-28T10:00:00Z, 2027-02-28T10:00:00Z"
    })
    void endsWithTheLastMomentOfWhatIsWritten(String end, Instant expected) {
        consent.getProvision().getPeriod().setEndElement(new DateTimeType(end));
        assertThat(ConsentReader.read(consent).lifecycle().expiresAt()).contains(expected);
    }

    @Test
    void isDisclosedByWhomItNamesRatherThanByWhoeverKeepsIt() {
        consent.addOrganization(new Reference("Organization/archive"));
        assertThat(ConsentReader.read(consent).discloser()).containsExactly("detox");
        consent.getProvision().getActor().removeIf(ConsentReader::isDiscloser);
        assertThat(ConsentReader.read(consent).discloser()).containsExactly("archive");
    }

    @Test
    void takesNobodyForAnOrganizationWhoIsNone() {
        consent.getProvision().getActor().removeIf(ConsentReader::isRecipient);
        WholeConsent.actor(consent.getProvision(), "IRCP", "Practitioner/hospital");
        WholeConsent.actor(consent.getProvision(), "IRCP", "Organization/");
        assertThat(ConsentReader.read(consent).missing()).contains("to whom");
    }

    @Test
    void isFalseWhenItWasEnteredInError() {
        consent.setStatus(Consent.ConsentState.ENTEREDINERROR);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.FALSE);
    }

    @Test
    void isUnsignedWhileItIsADraft() {
        consent.setStatus(Consent.ConsentState.DRAFT);
        assertThat(ConsentState.at(ConsentReader.read(consent), DURING)).isEqualTo(ConsentState.UNSIGNED);
    }

    @Test
    void takesADenialWithinAsAnExceptionForTheSameRecipients() {
        consent.getProvision()
                .addProvision()
                .setType(ConsentProvisionType.DENY)
                .addSecurityLabel(
                        new Coding().setSystem(InformationLabels.ACT_CODE).setCode("PSY"));
        assertThat(ConsentReader.read(consent).denies()).singleElement().satisfies(scope -> {
            assertThat(scope.kinds()).containsExactly(InformationKind.MENTAL_HEALTH);
            assertThat(scope.recipients()).isEqualTo(new Recipients.Named(Set.of("hospital")));
        });
    }

    @Test
    void takesADenialThatNamesNothingForAll() {
        Consent denial = new Consent();
        denial.getProvision().setType(ConsentProvisionType.DENY);
        assertThat(ConsentReader.read(denial).denies()).singleElement().satisfies(scope -> {
            assertThat(scope.recipients()).isEqualTo(new Recipients.Anybody());
            assertThat(scope.kinds()).containsExactlyInAnyOrder(InformationKind.values());
            assertThat(scope.purposes()).containsExactlyInAnyOrder(Purpose.values());
        });
    }

    @Test
    void letsOutNothingByAProvisionThatCannotBeChecked() {
        consent.getProvision().addCode().setText("my plan");
        assertThat(ConsentReader.read(consent).permits())
                .allSatisfy(scope -> assertThat(scope.kinds()).isEmpty());
    }

    @Test
    void limitsToTheTypesThatAreNamed() {
        consent.getProvision().addClass_(new Coding().setCode("CarePlan"));
        assertThat(ConsentReader.read(consent).permits())
                .allSatisfy(scope -> assertThat(scope.types()).containsExactly("CarePlan"));
    }

    @Test
    void endsWhenTheEventHasComeAndNotBefore() {
        Consent event = ending("event", "When my sister moves in");
        assertThat(ConsentEnd.of(event).words()).contains("When my sister moves in");
        assertThat(state(event, DURING)).isEqualTo(ConsentState.IN_FORCE);
        came(event, "2026-05-31T23:59:59Z");
        assertThat(state(event, Instant.parse("2026-05-31T23:59:58Z"))).isEqualTo(ConsentState.IN_FORCE);
        assertThat(state(event, Instant.parse("2026-05-31T23:59:59Z"))).isEqualTo(ConsentState.EXPIRED);
        came(event, "2026-05-30T00:00:00Z");
        assertThat(state(event, Instant.parse("2026-05-30T00:00:00Z")))
                .as("of two the earlier counts")
                .isEqualTo(ConsentState.EXPIRED);
    }

    @Test
    void hasEndedAndWasNotTakenBackWhereTheEventCame() {
        Consent event = ending("event", "When my sister moves in");
        came(event, "2099-01-01");
        event.setStatus(Consent.ConsentState.INACTIVE);
        assertThat(state(event, DURING)).as("a later event opens nothing again").isEqualTo(ConsentState.EXPIRED);
        Consent takenBack = ending("event", "When my sister moves in").setStatus(Consent.ConsentState.INACTIVE);
        assertThat(state(takenBack, DURING)).isEqualTo(ConsentState.REVOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2026-01-01T05:00:00Z, YEAR",
        "2026-11, 2026-11-01T05:00:00Z, MONTH",
        "2026-11-02, 2026-11-02T05:00:00Z, DAY",
        "2026-11-02T10:00:00Z, 2026-11-02T10:00:00Z, SECOND"
    })
    void endsFromTheBeginningOfTheDayOnWhichItCameWhereThePersonSigned(
            String day, Instant at, TemporalPrecisionEnum precision) {
        Consent event = ending("event", "When my sister moves in");
        came(event, day);
        assertThat(ConsentEnd.of(event).came()).contains(new ConsentEnd.Came(at, precision));
    }

    @Test
    void isOverOnceAnyOfItsEndsHasCome() {
        Instant end = Instant.parse("2027-01-10T05:00:00Z");
        assertThat(isOver(end.minusMillis(1))).isFalse();
        assertThat(isOver(end)).isTrue();
        came(ending("event", "When my sister moves in"), "2026-06-01T00:00:00Z");
        assertThat(isOver(DURING.minusMillis(1))).isFalse();
        assertThat(isOver(DURING)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,false", "DRAFT,false", "PROPOSED,false", "INACTIVE,true", "REJECTED,true", "ENTEREDINERROR,true"
    })
    void isOverByItsStatus(Consent.ConsentState status, boolean over) {
        consent.setStatus(status);
        assertThat(isOver(DURING)).isEqualTo(over);
    }

    private boolean isOver(Instant now) {
        return ConsentReader.read(consent).lifecycle().isOver(now);
    }

    @ParameterizedTest
    @CsvSource({"event,true", "end-of-treatment,true", "date,false", "none,false", ",false"})
    void tellsWhatComesByItself(String kind, boolean byItself) {
        ConsentEnd end = ConsentEnd.of(kind == null ? new Consent() : ending(kind, "Something"));
        assertThat(end.comesByItself()).isEqualTo(byItself);
        assertThat(end.came()).isEmpty();
    }

    @Test
    void takesNoEndFromWhatSaysNothing() {
        Consent silent = ending("event", "When my sister moves in");
        Extension expiry = silent.getExtensionByUrl(ConsentEnd.URL);
        expiry.getExtensionByUrl("kind").setValue(null);
        expiry.getExtensionByUrl("words").setValue(new CodeableConcept().setText("When my sister moves in"));
        expiry.addExtension(ConsentEnd.CAME, new StringType("yesterday"));
        assertThat(ConsentEnd.of(silent)).isEqualTo(new ConsentEnd("", Optional.empty(), Optional.empty()));
    }

    private Consent ending(String kind, String words) {
        consent.getExtension().removeIf(extension -> extension.getUrl().equals(ConsentEnd.URL));
        Extension expiry = consent.addExtension().setUrl(ConsentEnd.URL);
        expiry.addExtension("kind", new CodeType(kind));
        expiry.addExtension("words", new StringType(words));
        return consent;
    }

    private static void came(Consent consent, String moment) {
        consent.getExtensionByUrl(ConsentEnd.URL).addExtension(ConsentEnd.CAME, new DateTimeType(moment));
    }

    private static ConsentState state(Consent consent, Instant now) {
        return ConsentState.at(ConsentReader.read(consent), now);
    }
}
