package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Signature;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.consent.SigningRules.Minors;

/** Who signs: 42 CFR 2.14 and 2.15. The consent is of 9 January 2026. */
class SigningRulesTest {

    private static final String SELF = "a signature of the person themselves";
    private static final String BOTH = "a signature of a parent or guardian beside the person's";
    private static final Optional<LocalDate> ADULT = Optional.of(LocalDate.parse("1988-04-02"));
    private static final Optional<LocalDate> SIXTEEN = Optional.of(LocalDate.parse("2009-06-01"));

    private final Consent consent = WholeConsent.of();

    private Optional<String> missing(SigningRules rules, Optional<LocalDate> born) {
        return rules.missing(Signing.of(consent), born);
    }

    private void signedBy(String... signers) {
        for (String signer : signers) {
            consent.addPerformer(new Reference(signer));
        }
    }

    private void on(String ground) {
        consent.addExtension(new Extension(
                WholeConsent.DEFINITIONS + "ihrp-representative-basis",
                new CodeableConcept()
                        .addCoding(new Coding(
                                "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-representative-basis",
                                ground,
                                null))));
    }

    @Nested
    class AnAdult {

        private final SigningRules open = new SigningRules(Minors.UNDECIDED, 18, 12, true);

        @Test
        void isTakenToHaveSignedWhereNobodyIsNamed() {
            assertThat(missing(SigningRules.STRICTEST, ADULT)).isEmpty();
            assertThat(missing(SigningRules.STRICTEST, Optional.empty())).isEmpty();
        }

        @Test
        void signsForThemselves() {
            signedBy("RelatedPerson/witness", "Patient/mara");
            assertThat(missing(SigningRules.STRICTEST, ADULT)).isEmpty();
        }

        @Test
        void isNotRepresentedUnlessTheOperatorTakesThat() {
            signedBy("RelatedPerson/agent");
            on("health-care-agent");
            assertThat(missing(SigningRules.STRICTEST, ADULT)).contains(SELF);
            assertThat(missing(open, ADULT)).isEmpty();
        }

        @Test
        void isNotRepresentedWithoutAGroundOrByAParent() {
            signedBy("RelatedPerson/agent");
            assertThat(missing(open, ADULT)).contains("on what ground somebody signs for the person");
            on("parent");
            assertThat(missing(open, ADULT)).contains("on what ground somebody signs for the person");
        }

        @Test
        void isRepresentedWhereOnlyAGroundIsNamed() {
            on("executor");
            assertThat(missing(SigningRules.STRICTEST, ADULT)).contains(SELF);
        }

        @Test
        void isNobodyElsesPatient() {
            signedBy("Patient/somebody-else");
            assertThat(missing(SigningRules.STRICTEST, ADULT)).contains(SELF);
        }

        @Test
        void signsInASignatureToo() {
            signedBy("RelatedPerson/witness");
            Signature signature = new Signature().setWho(new Reference("Patient/mara"));
            consent.addExtension(new Extension(WholeConsent.DEFINITIONS + "ihrp-consent-signature", signature));
            assertThat(missing(SigningRules.STRICTEST, ADULT)).isEmpty();
        }

        @Test
        void isOneFromTheDayOnThatMakesThemOne() {
            assertThat(missing(SigningRules.STRICTEST, Optional.of(LocalDate.parse("2008-01-09"))))
                    .isEmpty();
            assertThat(missing(SigningRules.STRICTEST, Optional.of(LocalDate.parse("2008-01-10"))))
                    .isPresent();
        }
    }

    @Nested
    class AMinor {

        private final SigningRules alone = new SigningRules(Minors.ALONE, 18, 14, false);
        private final SigningRules both = new SigningRules(Minors.WITH_GUARDIAN, 18, 12, false);

        @Test
        void letsNothingGoWhereNobodySaidWhatTheLawIs() {
            signedBy("Patient/mara", "RelatedPerson/mother");
            on("parent");
            assertThat(missing(SigningRules.STRICTEST, SIXTEEN))
                    .get()
                    .asString()
                    .contains("manypaths.consent.minors");
        }

        @Test
        void signsAloneFromTheAgeThatTheLawNames() {
            assertThat(missing(alone, SIXTEEN)).isEmpty();
            assertThat(missing(alone, Optional.of(LocalDate.parse("2012-01-09"))))
                    .isEmpty();
            assertThat(missing(alone, Optional.of(LocalDate.parse("2012-01-10"))))
                    .contains(BOTH);
        }

        @ParameterizedTest
        @ValueSource(strings = {"parent", "guardian"})
        void isNotSignedForByAParentWhoseSignatureAloneIsThere(String ground) {
            signedBy("RelatedPerson/mother");
            on(ground);
            assertThat(missing(alone, SIXTEEN)).contains(SELF);
            assertThat(missing(both, SIXTEEN)).contains(SELF);
        }

        @ParameterizedTest
        @ValueSource(strings = {"parent", "guardian"})
        void signsWithAParentWhereTheLawAsksForBoth(String ground) {
            signedBy("Patient/mara", "RelatedPerson/mother");
            assertThat(missing(both, SIXTEEN)).contains(BOTH);
            on(ground);
            assertThat(missing(both, SIXTEEN)).isEmpty();
        }

        @Test
        void doesNotSignWithAnybodyElse() {
            signedBy("Patient/mara", "RelatedPerson/friend");
            on("other");
            assertThat(missing(both, SIXTEEN)).contains(BOTH);
        }
    }

    @Test
    void knowsNoGroundByTheCodeOfAnotherSystemOrInWords() {
        consent.addExtension(
                new Extension(WholeConsent.DEFINITIONS + "ihrp-representative-basis", new StringType("parent")));
        consent.addExtension(new Extension(
                WholeConsent.DEFINITIONS + "ihrp-representative-basis",
                new CodeableConcept().addCoding(new Coding("http://example.org", "parent", null))));
        assertThat(Signing.of(consent).ground()).isEmpty();
    }

    @Test
    void takesAnEmptyReferenceForNobody() {
        consent.addPerformer(new Reference());
        assertThat(missing(SigningRules.STRICTEST, ADULT)).isEmpty();
    }

    @Test
    void knowsTheDayByADateAlone() {
        consent.setDateTimeElement(new DateTimeType("2026-01-09"));
        assertThat(Signing.of(consent).on()).contains(LocalDate.parse("2026-01-09"));
    }

    @Test
    void countsAWholeConsentAsOneWithoutAnyDay() {
        consent.setDateTimeElement(new DateTimeType("2026"));
        assertThat(Signing.of(consent).on()).isEmpty();
    }

    @Test
    void addsToWhatIsMissingAndOtherwiseChangesNothing() {
        ConsentRecord read = ConsentReader.read(consent);
        assertThat(SigningRules.STRICTEST.applied(read, Signing.of(consent), ADULT))
                .isSameAs(read);
        ConsentRecord minor = SigningRules.STRICTEST.applied(read, Signing.of(consent), SIXTEEN);
        assertThat(minor.missing()).hasSize(1);
        assertThat(minor)
                .isEqualTo(new ConsentRecord(
                        read.id(),
                        read.person(),
                        read.discloser(),
                        read.lifecycle(),
                        Set.copyOf(minor.missing()),
                        read.permits(),
                        read.denies(),
                        read.replaces()));
        assertThat(SigningRules.STRICTEST
                        .applied(keepingBackOf(read, "counselling"), Signing.of(consent), SIXTEEN)
                        .keepsBackOf())
                .contains("counselling");
    }

    private static ConsentRecord keepingBackOf(ConsentRecord read, String holder) {
        return new ConsentRecord(
                read.id(),
                read.person(),
                read.discloser(),
                read.lifecycle(),
                read.missing(),
                read.permits(),
                read.denies(),
                read.replaces(),
                Optional.of(holder));
    }

    @ParameterizedTest
    @CsvSource({"2009, 2009-12-31", "2009-02, 2009-02-28", "2009-02-03, 2009-02-03"})
    void takesWhoMayStillBeAMinorForOne(String written, LocalDate expected) {
        assertThat(BirthDate.of(new Patient().setBirthDateElement(new DateType(written))))
                .contains(expected);
        assertThat(BirthDate.of(new Patient())).isEmpty();
    }
}
