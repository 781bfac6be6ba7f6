package org.manypaths.demo;

import org.hl7.fhir.r4.model.Resource;

/** Through which of the demo's organisations a record came in: Rosa's through the detox unit, others' through counselling. */
final class DemoHolders {

    private static final String DETOX = "demo-detox";
    private static final String COUNSELLING = "demo-counselling";

    private DemoHolders() {}

    /** By the id alone: in the stories it begins with the name of the person. */
    static String of(Resource resource) {
        return resource.getIdElement().getIdPart().matches("rosa(?:-.*)?") ? DETOX : COUNSELLING;
    }
}
