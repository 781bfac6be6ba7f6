package org.manypaths.validation;

import java.util.List;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Visits every element of a resource together with its FHIRPath. */
final class ElementWalk {

    private ElementWalk() {}

    static void over(Resource resource, BiConsumer<String, Base> visitor) {
        visit(resource.fhirType(), resource, visitor);
    }

    private static void visit(String path, Base element, BiConsumer<String, Base> visitor) {
        visitor.accept(path, element);
        for (Property property : element.children()) {
            List<Base> values = property.getValues();
            boolean many = property.getMaxCardinality() > 1;
            String name = property.getName().replace("[x]", "");
            for (int i = 0; i < values.size(); i++) {
                visit(path + "." + name + (many ? "[" + i + "]" : ""), values.get(i), visitor);
            }
        }
    }
}
