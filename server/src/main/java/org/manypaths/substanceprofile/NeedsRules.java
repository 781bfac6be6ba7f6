package org.manypaths.substanceprofile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.conformance.Canonical;

/** Which meanings of a person's use nothing else serves yet. */
final class NeedsRules {

    private static final String SERVES = Canonical.BASE + "/StructureDefinition/ihrp-serves-function";

    private NeedsRules() {}

    /**
     * The meanings that no alternative serves.
     *
     * <p>Something that comes without a code serves none of them, and a meaning that is told in words alone is always open:
     * whether two sentences mean the same is for people to say.
     */
    static List<Observation> open(List<Observation> meanings, Collection<? extends DomainResource> alternatives) {
        Set<String> served = new HashSet<>();
        alternatives.stream()
                .flatMap(alternative -> alternative.getExtensionsByUrl(SERVES).stream())
                .filter(extension -> extension.getValue() instanceof CodeableConcept)
                .flatMap(extension -> ((CodeableConcept) extension.getValue()).getCoding().stream())
                .forEach(coding -> served.add(key(coding)));
        return meanings.stream()
                .filter(meaning -> meaning.hasValueCodeableConcept())
                .filter(meaning -> meaning.getValueCodeableConcept().getCoding().stream()
                        .noneMatch(coding -> served.contains(key(coding))))
                .toList();
    }

    private static String key(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }
}
