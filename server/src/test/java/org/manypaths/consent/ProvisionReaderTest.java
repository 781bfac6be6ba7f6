package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;

class ProvisionReaderTest {

    private final Consent consent = WholeConsent.of();
    private final ProvisionComponent root = consent.getProvision();

    private List<ConsentScope> permits() {
        return new ProvisionReader(consent).permits();
    }

    private List<ConsentScope> denies() {
        return new ProvisionReader(consent).denies();
    }

    private List<Recipients> recipients() {
        return permits().stream().map(ConsentScope::recipients).toList();
    }

    @Nested
    class AType {

        @Test
        void thatIsMissingAtTheRootMeansAPermitWhereSomebodyOrSomethingIsNamed() {
            root.setType(null);
            assertThat(permits()).hasSize(1);
            root.getPurpose().clear();
            assertThat(permits()).hasSize(1);
            assertThat(denies()).isEmpty();
            root.getActor().clear();
            assertThat(permits()).isEmpty();
            assertThat(denies()).hasSize(1);
        }

        @Test
        void thatIsMissingAtTheRootMeansAPermitForAPurposeAlone() {
            root.setType(null).getActor().clear();
            treatingProviders();
            assertThat(permits()).hasSize(1);
            assertThat(denies()).isEmpty();
        }

        @Test
        void thatIsMissingWithinMeansTheOppositeOfTheRoot() {
            root.addProvision().addSecurityLabel(WholeConsent.label("HIV"));
            assertThat(denies()).singleElement().satisfies(scope -> assertThat(scope.kinds())
                    .containsExactly(InformationKind.HIV));
            root.setType(ConsentProvisionType.DENY);
            assertThat(permits()).singleElement().satisfies(scope -> assertThat(scope.kinds())
                    .containsExactly(InformationKind.HIV));
            assertThat(denies()).as("nothing but what is within").isEmpty();
        }
    }

    @Test
    void deniesTheRootWhereNothingWithinPermits() {
        root.setType(ConsentProvisionType.DENY).addProvision().setType(ConsentProvisionType.DENY);
        assertThat(denies()).hasSize(2);
    }

    @Test
    void deniesWithinBesideWhatIsPermittedWithin() {
        root.setType(ConsentProvisionType.DENY).addProvision().setType(ConsentProvisionType.PERMIT);
        root.addProvision().setType(ConsentProvisionType.DENY).addSecurityLabel(WholeConsent.label("HIV"));
        assertThat(denies()).singleElement().satisfies(scope -> assertThat(scope.kinds())
                .containsExactly(InformationKind.HIV));
    }

    @Nested
    class WhatCannotBeRead {

        private final ProvisionComponent within = root.addProvision();

        private ConsentScope denied() {
            within.setType(ConsentProvisionType.DENY);
            assertThat(denies()).hasSize(1);
            return denies().get(0);
        }

        private Set<InformationKind> letOut() {
            within.setType(ConsentProvisionType.PERMIT);
            return permits().get(1).kinds();
        }

        @Test
        void keepsAllBackWhereOneLabelIsNotKnown() {
            within.addSecurityLabel(WholeConsent.label("HIV"));
            assertThat(denied().kinds()).containsExactly(InformationKind.HIV);
            within.addSecurityLabel(new Coding()
                    .setSystem("http://terminology.hl7.org/ValueSet/v3-InformationSensitivityPolicy")
                    .setCode("PSY"));
            assertThat(denied().kinds()).containsExactlyInAnyOrder(InformationKind.values());
        }

        @Test
        void keepsBackForAnyPurposeWhereOneIsNotKnown() {
            assertThat(denied().purposes()).as("those of the root").containsExactly(Purpose.TREATMENT);
            within.addPurpose(WholeConsent.purpose("HPAYMT"));
            assertThat(denied().purposes()).containsExactly(Purpose.PAYMENT);
            within.addPurpose(new Coding().setSystem("http://example.org").setCode("TREAT"));
            assertThat(denied().purposes()).containsExactlyInAnyOrder(Purpose.values());
        }

        @Test
        void keepsAllBackWhereACodeIsNotKnown() {
            within.addSecurityLabel(WholeConsent.label("NEW"));
            assertThat(denied().kinds()).containsExactlyInAnyOrder(InformationKind.values());
            within.addPurpose(WholeConsent.purpose("NEW"));
            assertThat(denied().purposes()).containsExactlyInAnyOrder(Purpose.values());
        }

        @Test
        void keepsBackForAnyPurposeWhereNoneIsNamed() {
            root.getPurpose().clear();
            assertThat(denied().purposes()).containsExactlyInAnyOrder(Purpose.values());
        }

        @Test
        void keepsBackFromTheClassThatTheConsentAsAWholeNames() {
            root.setType(ConsentProvisionType.DENY).getProvision().clear();
            root.getActor().removeIf(ConsentReader::isRecipient);
            treatingProviders();
            assertThat(denies()).singleElement().satisfies(scope -> assertThat(scope.recipients())
                    .isEqualTo(new Recipients.TreatingProviders()));
        }

        @Test
        void keepsBackRecordsOfAnyTypeWhereOneClassIsNoType() {
            within.addClass_(new Coding().setCode("Goal"));
            assertThat(denied().types()).containsExactly("Goal");
            within.addClass_(new Coding().setCode("http://example.org/profile"));
            assertThat(denied().types()).isEmpty();
        }

        @Test
        void keepsBackFromWhoeverIsNamedInWhateverRole() {
            WholeConsent.actor(within, "IRCP", "Organization/stranger");
            WholeConsent.actor(within, "PRF", "Organization/hospital");
            WholeConsent.actor(within, "CST", "Organization/detox");
            assertThat(denied().recipients()).isEqualTo(new Recipients.Named(Set.of("stranger", "hospital")));
        }

        @Test
        void keepsBackFromAnybodyWhereOneWhoIsNamedIsNoOrganisationOfOurs() {
            WholeConsent.actor(within, "IRCP", "Organization/stranger");
            WholeConsent.actor(within, "IRCP", "http://example.org/fhir/Organization/hospital");
            assertThat(denied().recipients()).isEqualTo(new Recipients.Anybody());
        }

        @Test
        void keepsBackAtWhateverDepth() {
            ProvisionComponent third =
                    within.setType(ConsentProvisionType.PERMIT).addProvision().setType(ConsentProvisionType.DENY);
            third.addSecurityLabel(WholeConsent.label("PSY"));
            assertThat(denies()).singleElement().satisfies(scope -> {
                assertThat(scope.kinds()).containsExactly(InformationKind.MENTAL_HEALTH);
                assertThat(scope.recipients()).isEqualTo(new Recipients.Anybody());
            });
            third.setType(null);
            assertThat(denies()).as("the opposite of what it stands in").hasSize(1);
            within.setType(ConsentProvisionType.DENY).addSecurityLabel(WholeConsent.label("HIV"));
            assertThat(denies()).as("an exception from an exception").hasSize(1);
            assertThat(permits()).hasSize(1);
        }

        @Test
        void letsOutNothingByATimeOfItsOwn() {
            assertThat(letOut()).isNotEmpty();
            within.getPeriod().setEndElement(new DateTimeType("2026-02-01"));
            assertThat(letOut()).isEmpty();
            assertThat(permits().get(0).kinds())
                    .as("the root's is the consent's")
                    .isNotEmpty();
        }

        @Test
        void letsOutNothingByWhatIsNotAboutGivingOut() {
            CodeableConcept action = within.addAction();
            action.addCoding()
                    .setSystem("http://terminology.hl7.org/CodeSystem/consentaction")
                    .setCode("collect");
            assertThat(letOut()).isEmpty();
            action.addCoding().setSystem("http://example.org").setCode("access");
            assertThat(letOut()).isEmpty();
            action.addCoding()
                    .setSystem("http://terminology.hl7.org/CodeSystem/consentaction")
                    .setCode("access");
            assertThat(letOut()).isNotEmpty();
        }

        @Test
        void letsOutToNobodyWhereWhoeverIsNamedIsNoRecipient() {
            within.setType(ConsentProvisionType.PERMIT);
            assertThat(permits()).as("those of the root").hasSize(2);
            WholeConsent.actor(within, "PRF", "Organization/stranger");
            assertThat(permits()).hasSize(1);
        }
    }

    @Test
    void limitsToTheTimeOfWhatIsTold() {
        root.getDataPeriod()
                .setStartElement(new DateTimeType("2026-01-01T00:00:00Z"))
                .setEndElement(new DateTimeType("2026-02-01T00:00:00Z"));
        assertThat(permits()).singleElement().satisfies(scope -> {
            assertThat(scope.from()).contains(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(scope.until()).contains(Instant.parse("2026-02-01T00:00:00Z"));
        });
        root.setDataPeriod(null);
        assertThat(permits()).singleElement().satisfies(scope -> {
            assertThat(scope.from()).isEmpty();
            assertThat(scope.until()).isEmpty();
        });
    }

    @Nested
    class AKind {

        @Test
        void isTakenFromTheRootWhereTheProvisionNamesNone() {
            ProvisionComponent within = root.addProvision().setType(ConsentProvisionType.PERMIT);
            assertThat(permits().get(1).kinds()).isEqualTo(InformationLabels.recordOfAProgramme());
            within.addSecurityLabel(WholeConsent.label("HIV"));
            assertThat(permits().get(1).kinds()).containsExactly(InformationKind.HIV);
        }

        @Test
        void isTheRecordOfAProgrammeWhereTypesAreNamedAndNoLabelIs() {
            root.getSecurityLabel().clear();
            assertThat(permits().get(0).kinds()).isEmpty();
            root.addClass_(new Coding().setCode("CarePlan"));
            assertThat(permits().get(0).kinds()).isEqualTo(InformationLabels.recordOfAProgramme());
            assertThat(permits().get(0).kinds()).isNotEmpty();
        }

        @Test
        void isThatOfTheLabelWhereTypesAreNamedToo() {
            root.getSecurityLabel().clear();
            root.addSecurityLabel(WholeConsent.label("HIV")).addClass_(new Coding().setCode("CarePlan"));
            assertThat(permits().get(0).kinds()).containsExactly(InformationKind.HIV);
        }

        @Test
        void isNoneWhereOneOfTheClassesIsNoType() {
            root.addClass_(new Coding().setCode("CarePlan"));
            root.addClass_(new Coding().setCode("http://example.org/profile"));
            root.addClass_(new Coding());
            assertThat(permits().get(0).kinds()).isEmpty();
            assertThat(permits().get(0).types()).containsExactly("CarePlan");
        }

        @Test
        void isNoneWhereRecordsAreNamedOneByOne() {
            root.addData().setReference(new Reference("CarePlan/1"));
            assertThat(permits().get(0).kinds()).isEmpty();
        }
    }

    @Test
    void takesThePurposeFromTheRootUnlessTheProvisionNamesOne() {
        ProvisionComponent within = root.addProvision().setType(ConsentProvisionType.PERMIT);
        assertThat(permits().get(1).purposes()).containsExactly(Purpose.TREATMENT);
        within.addPurpose(WholeConsent.purpose("HPAYMT"));
        assertThat(permits().get(1).purposes()).containsExactly(Purpose.PAYMENT);
    }

    @Test
    void knowsNoPurposeByTheCodeOfAnotherSystem() {
        root.getPurpose().clear();
        root.addPurpose(new Coding().setSystem("http://example.org").setCode("TREAT"));
        assertThat(permits().get(0).purposes()).isEmpty();
    }

    @Nested
    class ARecipient {

        @Test
        void ofTheProvisionTakesThePlaceOfThoseOfTheRoot() {
            ProvisionComponent within = root.addProvision().setType(ConsentProvisionType.PERMIT);
            treatingProviders();
            assertThat(recipients())
                    .as("the root's own, and the class twice")
                    .containsExactly(
                            new Recipients.Named(Set.of("hospital")),
                            new Recipients.TreatingProviders(),
                            new Recipients.Named(Set.of("hospital")),
                            new Recipients.TreatingProviders());
            WholeConsent.actor(within, "PRCP", "Organization/clinic");
            assertThat(recipients())
                    .containsExactly(
                            new Recipients.Named(Set.of("hospital")),
                            new Recipients.TreatingProviders(),
                            new Recipients.Named(Set.of("clinic")));
        }

        @Test
        void isAClassOnlyByItsOwnCode() {
            root.getActor().removeIf(ConsentReader::isRecipient);
            consent.addExtension(new Extension(ProvisionReader.RECIPIENT_CLASS, new StringType("treating-providers")));
            consent.addExtension(new Extension(
                    ProvisionReader.RECIPIENT_CLASS,
                    new CodeableConcept().addCoding(new Coding("http://example.org", "treating-providers", null))));
            assertThat(recipients()).isEmpty();
            treatingProviders();
            assertThat(recipients()).containsExactly(new Recipients.TreatingProviders());
        }

        @Test
        void throughAnIntermediaryIsAParticipantByName() {
            Extension intermediary = intermediary("Organization/exchange");
            intermediary.addExtension("participant", new Reference("Organization/clinic"));
            intermediary.addExtension("participant", new Reference("Practitioner/p"));
            assertThat(recipients()).containsExactly(new Recipients.ThroughIntermediary("exchange", Set.of("clinic")));
        }

        @Test
        void throughAnIntermediaryIsWhoTreats() {
            intermediary("Organization/exchange").addExtension("participantClass", new CodeType("treating-providers"));
            assertThat(recipients()).containsExactly(new Recipients.ThroughIntermediary("exchange", Set.of()));
        }

        @Test
        void isNobodyThroughAnIntermediaryThatNamesNobody() {
            intermediary("Organization/exchange");
            assertThat(recipients()).isEmpty();
        }

        @Test
        void isNobodyWhereParticipantsAndAClassAreNamed() {
            Extension intermediary = intermediary("Organization/exchange");
            intermediary.addExtension("participant", new Reference("Organization/clinic"));
            intermediary.addExtension("participantClass", new CodeType("treating-providers"));
            assertThat(recipients()).isEmpty();
        }

        @Test
        void isNobodyWhereTheIntermediaryIsNoOrganization() {
            intermediary("Practitioner/p").addExtension("participant", new Reference("Organization/clinic"));
            Extension nameless = new Extension(ProvisionReader.INTERMEDIARY);
            nameless.addExtension("participant", new Reference("Organization/clinic"));
            Extension words = new Extension(ProvisionReader.INTERMEDIARY);
            words.addExtension("who", new StringType("The exchange"));
            words.addExtension("participant", new Reference("Organization/clinic"));
            consent.addExtension(nameless).addExtension(words);
            assertThat(recipients()).isEmpty();
        }

        private Extension intermediary(String who) {
            root.getActor().removeIf(ConsentReader::isRecipient);
            Extension intermediary = new Extension(ProvisionReader.INTERMEDIARY);
            intermediary.addExtension("who", new Reference(who));
            consent.addExtension(intermediary);
            return intermediary;
        }
    }

    private void treatingProviders() {
        consent.addExtension(new Extension(
                ProvisionReader.RECIPIENT_CLASS,
                new CodeableConcept()
                        .addCoding(new Coding(
                                Canonical.BASE + "/CodeSystem/ihrp-recipient-class", "treating-providers", null))));
    }
}
