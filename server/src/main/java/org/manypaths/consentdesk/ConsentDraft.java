package org.manypaths.consentdesk;

import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.InformationLabels;
import org.manypaths.consent.Purposes;

/** Writes the Consent of the profile {@code ihrp-consent} that a form amounts to. Pure; fills nothing in. */
final class ConsentDraft {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";

    /** What may go in the person's own words, which no rule reads. */
    static final String WORDS = BASE + "ihrp-consent-information";

    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private ConsentDraft() {}

    static Consent write(ConsentForm form, String person, String organization) {
        Consent consent = new Consent();
        consent.getMeta().addProfile(BASE + "ihrp-consent");
        consent.setStatus(ConsentState.ACTIVE);
        consent.setScope(concept("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy"));
        consent.addCategory(concept("http://loinc.org", "64292-6"));
        consent.setPatient(new Reference("Patient/" + person));
        form.signed().ifPresent(signed -> consent.setDateTimeElement(signed.copy()));
        signers(form, person).forEach(signer -> consent.addPerformer(signer.copy()));
        form.ground()
                .ifPresent(ground -> consent.addExtension(
                        BASE + "ihrp-representative-basis",
                        concept(Canonical.BASE + "/CodeSystem/ihrp-representative-basis", ground)));
        consent.addOrganization(new Reference("Organization/" + organization));
        form.paper().ifPresent(title -> consent.setSource(new Attachment().setTitle(title)));
        consent.addPolicy().setUri("https://www.ecfr.gov/current/title-42/part-2");
        statements(form, consent);
        provision(form, consent, organization);
        return consent;
    }

    private static List<Reference> signers(ConsentForm form, String person) {
        return form.signers().isEmpty() ? List.of(new Reference("Patient/" + person)) : form.signers();
    }

    private static void statements(ConsentForm form, Consent consent) {
        String kind = form.endsWith().orElse("date");
        Extension expiry = new Extension(BASE + "ihrp-consent-expiry");
        expiry.addExtension("kind", new CodeType(kind));
        form.endsWithWords().ifPresent(words -> expiry.addExtension("words", new StringType(words)));
        if (form.endsWith().isPresent() || form.ends().isPresent()) {
            consent.addExtension(expiry);
        }
        form.words().ifPresent(words -> consent.addExtension(WORDS, new StringType(words)));
        form.told().forEach(told -> consent.addExtension(BASE + "ihrp-consent-statement", new CodeType(told)));
        if (form.treatingProviders()) {
            consent.addExtension(
                    BASE + "ihrp-recipient-class",
                    concept(Canonical.BASE + "/CodeSystem/ihrp-recipient-class", "treating-providers"));
        }
    }

    private static void provision(ConsentForm form, Consent consent, String organization) {
        ProvisionComponent permit = consent.getProvision();
        permit.setType(ConsentProvisionType.PERMIT);
        form.signed().ifPresent(signed -> permit.getPeriod().setStartElement(signed.copy()));
        form.ends().ifPresent(ends -> permit.getPeriod().setEndElement(ends.copy()));
        form.recipients().forEach(recipient -> actor(permit, "IRCP", recipient));
        List<Reference> disclosers = form.disclosers().isEmpty()
                ? List.of(new Reference("Organization/" + organization))
                : form.disclosers();
        disclosers.forEach(discloser -> actor(permit, "CST", discloser));
        List<String> labels = form.labels().isEmpty() ? List.of(InformationLabels.PART2) : form.labels();
        labels.forEach(label -> permit.addSecurityLabel(new Coding(InformationLabels.ACT_CODE, label, null)));
        form.purposes().forEach(purpose -> permit.addPurpose(new Coding(Purposes.SYSTEM, purpose, null)));
        if (!form.kept().isEmpty()) {
            ProvisionComponent denial = permit.addProvision().setType(ConsentProvisionType.DENY);
            form.kept().forEach(label -> denial.addSecurityLabel(new Coding(InformationLabels.ACT_CODE, label, null)));
        }
    }

    private static void actor(ProvisionComponent provision, String role, Reference who) {
        provision.addActor().setRole(concept(PARTICIPATION, role)).setReference(who.copy());
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept().addCoding(new Coding(system, code, null));
    }
}
