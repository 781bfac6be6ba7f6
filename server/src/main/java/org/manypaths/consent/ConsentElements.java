package org.manypaths.consent;

import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.Canonical;

/** What 42 CFR 2.31(a) asks of a written consent; one that lacks any of it is no consent (2.31(c)(2)). */
final class ConsentElements {

    private static final String DEFINITIONS = Canonical.BASE + "/StructureDefinition/";

    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";

    private ConsentElements() {}

    /** Names of the elements that are not there, in words for the person who has to mend it. */
    static Set<String> missing(Consent consent, ProvisionReader provisions) {
        Set<String> missing = new TreeSet<>();
        addUnless(
                missing,
                "the person",
                ConsentReader.id(consent.getPatient(), "Patient").isPresent());
        addUnless(missing, "the day it was signed", consent.hasDateTime());
        addUnless(missing, "a signature", isSigned(consent));
        addUnless(missing, "that and how it can be revoked", wasTold(consent, "revocation"));
        if (!provisions.permits().isEmpty() || provisions.denies().isEmpty()) {
            addOfPermit(missing, consent, provisions);
        }
        return missing;
    }

    private static void addOfPermit(Set<String> missing, Consent consent, ProvisionReader provisions) {
        addUnless(
                missing, "that it is about privacy (scope)", consent.getScope().hasCoding(SCOPE, "patient-privacy"));
        boolean reaches = ConsentReader.provisions(consent)
                .anyMatch(provision -> !provisions.recipients(provision).isEmpty());
        boolean specific =
                provisions.permits().stream().anyMatch(scope -> !scope.kinds().isEmpty());
        boolean purpose = provisions.permits().stream()
                .anyMatch(scope -> !scope.purposes().isEmpty());
        addUnless(
                missing, "who may disclose", !ConsentReader.disclosers(consent).isEmpty());
        addUnless(missing, "to whom", reaches);
        addUnless(missing, "what information, in a way that can be checked", specific);
        addUnless(missing, "the purpose", purpose);
        addUnless(missing, "when or with what it ends", endIsStated(consent, provisions));
        if (isForAllCare(provisions)) {
            addUnless(missing, "what recipients may do with it afterwards", wasTold(consent, "redisclosure"));
            addUnless(missing, "what follows from not signing", wasTold(consent, "consequences"));
        }
    }

    private static void addUnless(Set<String> missing, String element, boolean present) {
        if (!present) {
            missing.add(element);
        }
    }

    private static boolean isSigned(Consent consent) {
        return isNamed(consent.getSource())
                || consent.hasExtension(DEFINITIONS + "ihrp-consent-signature")
                || consent.getVerification().stream().anyMatch(Consent.ConsentVerificationComponent::getVerified);
    }

    /** The paper by its name, its address or itself; that there is an attachment is no paper. */
    private static boolean isNamed(@Nullable Type paper) {
        if (paper instanceof Attachment scan) {
            return scan.hasTitle() || scan.hasUrl() || scan.hasData();
        }
        return paper instanceof Reference document && (document.hasReference() || document.hasIdentifier());
    }

    private static boolean wasTold(Consent consent, String statement) {
        return consent.getExtensionsByUrl(DEFINITIONS + "ihrp-consent-statement").stream()
                .anyMatch(extension -> is(extension, statement));
    }

    /** 2.31(a)(7): a date or an event; "none" is enough for treatment, payment and operations. */
    private static boolean endIsStated(Consent consent, ProvisionReader provisions) {
        if (consent.getProvision().getPeriod().hasEnd()) {
            return true;
        }
        ConsentEnd end = ConsentEnd.of(consent);
        boolean none = end.is("none") || end.is("end-of-treatment");
        boolean event = end.is("event") && end.words().isPresent();
        boolean care = provisions.permits().stream()
                .flatMap(scope -> scope.purposes().stream())
                .allMatch(Purpose::isTreatmentPaymentOrOperations);
        return event || (none && care);
    }

    /** 2.31(a)(4)(iii), (a)(10): one consent for all future treatment, payment and operations. */
    private static boolean isForAllCare(ProvisionReader provisions) {
        return provisions.permits().stream().anyMatch(scope -> scope.purposes()
                .containsAll(Set.of(Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS)));
    }

    private static boolean is(Extension extension, String code) {
        return extension.getValue() instanceof CodeType value && code.equals(value.getValue());
    }
}
