package org.manypaths.narrative;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What a name in brackets means: an extension by the end of its URL, a concept by its code or the end of its system, a
 * reference by the type that it leads to, a resource by its type, and anything else by its {@code code}, {@code type},
 * {@code role}, {@code use} or {@code system}.
 *
 * @param excluded whether what has one of the names is left out, as in {@code [!substance,rater]}
 */
record ElementFilter(Set<String> names, boolean excluded) {

    private static final List<String> KINDS = List.of("code", "type", "role", "use", "system");

    static ElementFilter parse(String text) {
        boolean excluded = text.startsWith("!");
        return new ElementFilter(Set.of((excluded ? text.substring(1) : text).split(",", -1)), excluded);
    }

    boolean admits(Base element) {
        return isNamed(element) != excluded;
    }

    private boolean isNamed(Base element) {
        if (element instanceof Extension extension) {
            return endsInName(extension.getUrl());
        } else if (element instanceof CodeableConcept concept) {
            return concept.getCoding().stream().anyMatch(this::isNamed);
        } else if (element instanceof Coding coding) {
            return isName(coding.getCode()) || endsInName(coding.getSystem());
        } else if (element instanceof Reference reference) {
            return ReferenceTypes.of(reference).filter(names::contains).isPresent();
        } else if (element instanceof Resource resource) {
            return isName(resource.fhirType());
        } else if (element.isPrimitive()) {
            return isName(element.primitiveValue());
        }
        return hasNamedKind(element);
    }

    private boolean hasNamedKind(Base element) {
        for (String kind : KINDS) {
            for (Base child : Children.named(kind, element)) {
                if (isNamed(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isName(@Nullable String text) {
        return text != null && names.contains(text);
    }

    private boolean endsInName(@Nullable String url) {
        return url != null && (names.contains(url) || names.contains(url.substring(url.lastIndexOf('/') + 1)));
    }
}
