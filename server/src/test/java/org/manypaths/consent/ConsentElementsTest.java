package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentElementsTest {

    private final Consent consent = WholeConsent.of();

    private Set<String> missing() {
        return ConsentElements.missing(consent, new ProvisionReader(consent));
    }

    @Test
    void missesThePersonAndTheDay() {
        consent.setPatient(null).setDateTime(null);
        assertThat(missing()).containsExactlyInAnyOrder("the person", "the day it was signed");
    }

    @Test
    void asksADenialAloneForNothingThatOnlyAPermitNeeds() {
        Consent denial = WholeConsent.of();
        denial.setProvision(new Consent.ProvisionComponent().setType(ConsentProvisionType.DENY));
        assertThat(ConsentElements.missing(denial, new ProvisionReader(denial))).isEmpty();
    }

    @Test
    void asksWhatSaysNothingForWhatAPermitNeeds() {
        consent.setProvision(new Consent.ProvisionComponent().setType(ConsentProvisionType.PERMIT));
        assertThat(missing()).contains("who may disclose", "to whom", "the purpose");
    }

    @Test
    void asksADenialWithAPermitWithinForAllThatAPermitNeeds() {
        consent.getProvision().addProvision().setType(ConsentProvisionType.DENY);
        consent.getProvision().getPurpose().clear();
        assertThat(missing()).containsExactly("the purpose");
    }

    @Test
    void isAboutPrivacyAndNothingElse() {
        consent.getScope().getCodingFirstRep().setCode("treatment");
        assertThat(missing()).containsExactly("that it is about privacy (scope)");
    }

    @Nested
    class IsSigned {

        @Test
        void byWhatItIsAScanOf() {
            assertThat(missing()).isEmpty();
        }

        @Test
        void notByThatThereIsAnAttachment() {
            consent.setSource(new Attachment().setContentType("text/plain"));
            assertThat(missing()).containsExactly("a signature");
            consent.setSource(new Attachment().setUrl("http://127.0.0.1/paper"));
            assertThat(missing()).isEmpty();
            consent.setSource(new Attachment().setData(new byte[] {1}));
            assertThat(missing()).isEmpty();
        }

        @Test
        void byADocumentThatIsNamed() {
            consent.setSource(new Reference().setDisplay("The paper"));
            assertThat(missing()).containsExactly("a signature");
            consent.setSource(new Reference("DocumentReference/1"));
            assertThat(missing()).isEmpty();
            consent.setSource(new Reference().setIdentifier(new Identifier().setValue("1")));
            assertThat(missing()).isEmpty();
        }

        @Test
        void byASignatureInIt() {
            consent.setSource(null).addExtension(new Extension(WholeConsent.DEFINITIONS + "ihrp-consent-signature"));
            assertThat(missing()).isEmpty();
        }

        @Test
        void byAVerificationThatTookPlace() {
            consent.setSource(null);
            Consent.ConsentVerificationComponent verification =
                    consent.addVerification().setVerified(false);
            assertThat(missing()).containsExactly("a signature");
            verification.setVerified(true);
            assertThat(missing()).isEmpty();
        }
    }

    @Nested
    class IsForAllCare {

        @Test
        void whenItNamesAllThreePurposesAndThenNeedsTwoStatementsMore() {
            consent.getProvision().addPurpose(WholeConsent.purpose("HPAYMT"));
            assertThat(missing()).isEmpty();
            consent.getProvision().addPurpose(WholeConsent.purpose("HOPERAT"));
            assertThat(missing())
                    .containsExactlyInAnyOrder(
                            "what recipients may do with it afterwards", "what follows from not signing");
            consent.addExtension(WholeConsent.statement("redisclosure"));
            consent.addExtension(WholeConsent.statement("consequences"));
            assertThat(missing()).isEmpty();
        }

        @Test
        void andAStatementThatIsNoCodeCountsForNothing() {
            consent.getExtension().clear();
            consent.addExtension(
                    new Extension(WholeConsent.DEFINITIONS + "ihrp-consent-statement", new StringType("revocation")));
            assertThat(missing()).containsExactly("that and how it can be revoked");
        }
    }

    @Nested
    class SaysItsEnd {

        private Extension expiry = new Extension(WholeConsent.DEFINITIONS + "ihrp-consent-expiry");

        private void ends(String kind) {
            consent.getProvision().setPeriod(null);
            expiry.addExtension("kind", new CodeType(kind));
            consent.addExtension(expiry);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "end-of-treatment"})
        void withoutADayWhenItIsForCareAlone(String kind) {
            ends(kind);
            assertThat(missing()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "end-of-treatment"})
        void withADayOrAnEventWhenItIsForAnythingElse(String kind) {
            ends(kind);
            consent.getProvision().addPurpose(WholeConsent.purpose("HRESCH"));
            assertThat(missing()).containsExactly("when or with what it ends");
        }

        @Test
        void byAnEventThatIsInWords() {
            ends("event");
            assertThat(missing()).containsExactly("when or with what it ends");
            expiry.addExtension("words", new StringType("When I move house"));
            assertThat(missing()).isEmpty();
        }

        @Test
        void byAnEventForWhateverPurpose() {
            ends("event");
            expiry.addExtension("words", new StringType("When the study ends"));
            consent.getProvision().addPurpose(WholeConsent.purpose("HRESCH"));
            assertThat(missing()).isEmpty();
        }

        @Test
        void notByAKindThatNobodyKnows() {
            ends("whenever");
            expiry.addExtension("words", new StringType("Whenever"));
            assertThat(missing()).containsExactly("when or with what it ends");
        }

        @Test
        void notByAnExpiryWithoutAKind() {
            consent.getProvision().setPeriod(null);
            consent.addExtension(new Extension(WholeConsent.DEFINITIONS + "ihrp-consent-expiry"));
            assertThat(missing()).containsExactly("when or with what it ends");
        }
    }

    @Test
    void knowsAPersonByNothingButAPatient() {
        consent.setPatient(new Reference("RelatedPerson/mara"));
        assertThat(missing()).containsExactly("the person");
    }
}
