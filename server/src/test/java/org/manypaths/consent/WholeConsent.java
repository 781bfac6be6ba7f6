package org.manypaths.consent;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.conformance.Canonical;

/** A consent for treatment that lacks nothing, from which tests take what they are about. */
final class WholeConsent {

    static final String DEFINITIONS = Canonical.BASE + "/StructureDefinition/";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private WholeConsent() {}

    static Consent of() {
        Consent consent = new Consent();
        consent.setId("c1");
        consent.setStatus(Consent.ConsentState.ACTIVE)
                .setPatient(new Reference("Patient/mara"))
                .setDateTimeElement(new DateTimeType("2026-01-09T12:30:00-05:00"));
        consent.getScope()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/consentscope")
                .setCode("patient-privacy");
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

    static void actor(Consent.ProvisionComponent provision, String role, String reference) {
        Consent.provisionActorComponent actor = provision.addActor();
        actor.getRole().addCoding().setSystem(PARTICIPATION).setCode(role);
        actor.setReference(new Reference(reference));
    }

    /** What the person was told, in our way of saying it. */
    static Extension statement(String code) {
        return new Extension(DEFINITIONS + "ihrp-consent-statement", new CodeType(code));
    }

    static Coding label(String code) {
        return new Coding().setSystem(InformationLabels.ACT_CODE).setCode(code);
    }

    static Coding purpose(String code) {
        return new Coding().setSystem(Purposes.SYSTEM).setCode(code);
    }
}
