package org.manypaths.reception;

import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.References;

/**
 * Who gives care, as everybody may read it: their copies are of the directory, and tell nothing of the document that
 * they came with. The rest stands in the document, which its receiver keeps whole.
 */
final class OpenEntry {

    private OpenEntry() {}

    static boolean isOne(Resource copy) {
        return copy instanceof Organization || copy instanceof Practitioner || copy instanceof PractitionerRole;
    }

    /** Takes out free words, where somebody lives, and which document it was. */
    static void bare(Resource copy) {
        Meta bare = new Meta();
        bare.setProfile(copy.getMeta().getProfile());
        bare.setSecurity(copy.getMeta().getSecurity());
        copy.setMeta(bare);
        if (copy instanceof DomainResource told) {
            told.setText(null);
            told.setContained(null);
            References.visit(told, reference -> {
                if (References.key(reference).startsWith("#")) {
                    reference.setReference(null);
                    reference.setResource(null);
                }
            });
        }
        if (copy instanceof Practitioner practitioner) {
            practitioner.setAddress(null).setBirthDate(null).setPhoto(null);
        } else if (copy instanceof PractitionerRole role) {
            role.setAvailabilityExceptions(null);
        }
    }
}
