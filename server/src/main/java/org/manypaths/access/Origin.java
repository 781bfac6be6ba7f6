package org.manypaths.access;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;

/**
 * The tag that shows through which organisation a record came in.
 *
 * <p>The server writes it into whatever it gives out. In what it takes in it counts for operators and for the server's
 * own work alone; from anybody else it is dropped.
 */
public final class Origin {

    public static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-origin";

    private Origin() {}

    /** States the origin of a record that the server itself, or an operator, is about to store. */
    public static void state(Resource resource, String organization) {
        erase(resource);
        resource.getMeta().addTag(SYSTEM, organization, null);
    }

    static Optional<String> stated(Resource resource) {
        return resource.getMeta().getTag().stream()
                .filter(Origin::isOurs)
                .map(Coding::getCode)
                .findFirst();
    }

    static void erase(Resource resource) {
        if (resource.hasMeta()) {
            resource.getMeta().getTag().removeIf(Origin::isOurs);
        }
    }

    private static boolean isOurs(Coding tag) {
        return SYSTEM.equals(tag.getSystem());
    }
}
