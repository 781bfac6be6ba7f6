package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;

class ConsentReaderTest {

    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final Instant DURING = Instant.parse("2026-06-01T00:00:00Z");

    private final Consent consent = whole();

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

    private static Consent whole() {
        Consent consent = new Consent();
        consent.setId("c1");
        consent.setStatus(Consent.ConsentState.ACTIVE)
                .setPatient(new Reference("Patient/mara"))
                .setDateTimeElement(new DateTimeType("2026-01-09T12:30:00-05:00"));
        consent.getSourceAttachment().setTitle("On paper");
        consent.addExtension(new Extension(
                Canonical.BASE + "/StructureDefinition/ihrp-consent-statement", new CodeType("revocation")));
        Consent.ProvisionComponent provision = consent.getProvision().setType(ConsentProvisionType.PERMIT);
        provision.getPeriod().setEndElement(new DateTimeType("2027-01-09"));
        actor(provision, "CST", "Organization/detox");
        actor(provision, "IRCP", "Organization/hospital");
        provision.addSecurityLabel(
                new Coding().setSystem(InformationLabels.ACT_CODE).setCode("42CFRPart2"));
        provision.addPurpose(new Coding().setSystem(Purposes.SYSTEM).setCode("TREAT"));
        return consent;
    }

    private static void actor(Consent.ProvisionComponent provision, String role, String reference) {
        Consent.provisionActorComponent actor = provision.addActor();
        actor.getRole().addCoding().setSystem(PARTICIPATION).setCode(role);
        actor.setReference(new Reference(reference));
    }
}
