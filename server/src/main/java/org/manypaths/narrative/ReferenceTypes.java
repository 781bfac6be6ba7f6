package org.manypaths.narrative;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** To what type of resource a reference leads, also while a transaction has only placeholders for its entries. */
final class ReferenceTypes {

    private static final String MARK = ReferenceTypes.class.getName();

    /** {@code Patient/1}, {@code http://…/Patient/1/_history/2} and {@code Patient?identifier=…}. */
    private static final Pattern TYPED =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)(?:/[^/?]+(?:/_history/[^/]+)?|\\?.*)");

    private ReferenceTypes() {}

    static Optional<String> of(Reference reference) {
        Matcher typed = TYPED.matcher(reference.hasReference() ? reference.getReference() : "");
        if (typed.matches()) {
            return Optional.of(typed.group(1));
        }
        if (reference.getResource() instanceof Resource target) {
            return Optional.of(target.fhirType());
        }
        return Optional.ofNullable(reference.getUserString(MARK))
                .or(() -> Optional.ofNullable(reference.hasType() ? reference.getType() : null));
    }

    /** Remembers what a placeholder stands for; nothing of it is stored. */
    static void mark(Reference reference, Map<String, String> typesOfPlaceholders) {
        String type = typesOfPlaceholders.get(reference.hasReference() ? reference.getReference() : "");
        if (type != null) {
            reference.setUserData(MARK, type);
        }
    }
}
