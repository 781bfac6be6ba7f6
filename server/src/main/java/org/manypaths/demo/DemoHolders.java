package org.manypaths.demo;

import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;

/**
 * Through which of the demo's organisations a record came in: Rosa's through the detox unit, others' through counselling, and
 * who works where through the place itself.
 */
final class DemoHolders {

    private static final String DETOX = "demo-detox";
    private static final String COUNSELLING = "demo-counselling";

    private DemoHolders() {}

    /** By the id: in the stories it begins with the name of the person. */
    static String of(Resource resource) {
        if (resource instanceof PractitionerRole role && role.getOrganization().hasReference()) {
            return role.getOrganization().getReferenceElement().getIdPart();
        }
        return resource.getIdElement().getIdPart().matches("rosa(?:-.*)?") ? DETOX : COUNSELLING;
    }
}
