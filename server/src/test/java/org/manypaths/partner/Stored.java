package org.manypaths.partner;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;

/** The references under which the entries of a transaction were stored, in their order. */
record Stored(List<IdType> entries) {

    static Stored by(Bundle answer) {
        return new Stored(answer.getEntry().stream()
                .map(entry -> new IdType(entry.getResponse().getLocation()).toUnqualifiedVersionless())
                .toList());
    }

    List<String> all() {
        return entries.stream().map(IdType::getValue).toList();
    }

    List<String> all(String type) {
        return entries.stream()
                .filter(id -> type.equals(id.getResourceType()))
                .map(IdType::getValue)
                .toList();
    }

    /** The first, or the only one, of its type. */
    String the(String type) {
        return the(type, 0);
    }

    String the(String type, int position) {
        return all(type).get(position);
    }
}
