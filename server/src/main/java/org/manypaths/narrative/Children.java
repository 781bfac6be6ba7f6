package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;

/** The children of an element by their name. */
final class Children {

    private Children() {}

    /** Those that are there; none if the element cannot have such children. */
    static List<Base> named(String name, Base element) {
        Base[] children = element.listChildrenByName(name, false);
        List<Base> present = new ArrayList<>();
        if (children != null) {
            for (Base child : children) {
                if (child != null) {
                    present.add(child);
                }
            }
        }
        return present;
    }
}
