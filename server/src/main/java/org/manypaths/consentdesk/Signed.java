package org.manypaths.consentdesk;

import java.time.Instant;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;

/** What in a consent was signed, and with what. Pure. */
final class Signed {

    private static final String SIGNATURE = Canonical.BASE + "/StructureDefinition/ihrp-consent-signature";

    private Signed() {}

    /** Whether it is given and has not ended. */
    static boolean stands(Consent consent, Instant now) {
        ConsentRecord record = ConsentReader.read(consent);
        return !consent.isDeleted()
                && record.missing().isEmpty()
                && record.lifecycle().signedAt().filter(at -> !at.isAfter(now)).isPresent()
                && !record.lifecycle().isOver(now);
    }

    /** Whether both let the same go, of the same person, from the same to the same. */
    static boolean saysTheSame(Consent one, Consent other) {
        return Base.compareDeep(said(one), said(other), true);
    }

    static boolean isSignedAnew(Consent before, Consent after) {
        return after.hasDateTime()
                && after.getDateTime().toInstant().isAfter(before.getDateTime().toInstant())
                && !(Base.compareDeep(before.getSource(), after.getSource(), true)
                        && Base.compareDeep(before.getVerification(), after.getVerification(), true)
                        && Base.compareDeep(
                                before.getExtensionsByUrl(SIGNATURE), after.getExtensionsByUrl(SIGNATURE), true));
    }

    private static Consent said(Consent consent) {
        Consent said = new Consent();
        said.setScope(consent.getScope()).setCategory(consent.getCategory());
        said.setPatient(consent.getPatient()).setPerformer(consent.getPerformer());
        said.setOrganization(consent.getOrganization());
        said.setProvision(consent.getProvision());
        said.setExtension(consent.getExtension().stream()
                .filter(extension -> !SIGNATURE.equals(extension.getUrl()))
                .map(Signed::withoutWhatComes)
                .toList());
        return said;
    }

    /** That the event came is learned later, and says nothing new. */
    private static Extension withoutWhatComes(Extension extension) {
        Extension copy = extension.copy();
        if (ConsentEnd.URL.equals(copy.getUrl())) {
            copy.getExtension().removeIf(part -> ConsentEnd.CAME.equals(part.getUrl()));
        }
        return copy;
    }
}
