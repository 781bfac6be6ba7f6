package org.manypaths.handoff.section;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.manypaths.conformance.Canonical;

/** Which substance a record is about. */
final class Substances {

    private static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-substance";
    private static final String EXTENSION = Canonical.BASE + "/StructureDefinition/ihrp-substance";

    private Substances() {}

    static Stream<CodeableConcept> of(DomainResource record) {
        Stream<CodeableConcept> extensions = record.getExtensionsByUrl(EXTENSION).stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast);
        Stream<CodeableConcept> parts = record instanceof Observation observation
                ? Stream.concat(Chart.parts(observation, "substance"), Chart.parts(observation, "behaviour"))
                        .filter(ObservationComponentComponent::hasValueCodeableConcept)
                        .map(ObservationComponentComponent::getValueCodeableConcept)
                : Stream.empty();
        return Stream.concat(extensions, parts);
    }

    static String name(DomainResource record) {
        return Words.joined(", ", of(record).map(Words::concept).distinct());
    }

    /** What makes two records be about the same: our codes, or else the words. */
    static String key(DomainResource record) {
        return of(record)
                .map(concept -> {
                    String codes = concept.getCoding().stream()
                            .filter(coding -> SYSTEM.equals(coding.getSystem()))
                            .map(Coding::getCode)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("+"));
                    return codes.isEmpty() ? Words.concept(concept) : codes;
                })
                .findFirst()
                .orElse("");
    }

    static Set<String> codes(DomainResource record) {
        return of(record)
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> SYSTEM.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .collect(Collectors.toSet());
    }

    /** The first of each substance, in the order of their names. */
    static <R extends DomainResource> Map<String, R> firstOfEach(Iterable<R> records) {
        Map<String, R> first = new TreeMap<>();
        records.forEach(record -> Optional.of(key(record))
                .filter(key -> !key.isEmpty())
                .ifPresent(key -> first.putIfAbsent(key, record)));
        return first;
    }
}
