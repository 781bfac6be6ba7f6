package org.manypaths.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;

/**
 * Whether a record of substance use tells of mental health as well, by what the use answers to or what lies under it.
 *
 * <p>Who keeps mental health back keeps it back here too: that use numbs the distress of a trauma tells of the trauma.
 * Ordinary grief, pain and sleep are no matter of mental health. Pure.
 */
final class MentalHealthRules {

    private static final String SYSTEMS = Canonical.BASE + "/CodeSystem/";
    private static final String EXTENSIONS = Canonical.BASE + "/StructureDefinition/";

    private static final Map<String, Set<String>> CODES = Map.of(
            SYSTEMS + "ihrp-use-meaning",
                    Set.of("numb-trauma", "relieve-anxiety", "relieve-low-mood", "self-punishment"),
            SYSTEMS + "ihrp-driver-kind", Set.of("trauma", "mood", "anxiety", "attention"),
            SYSTEMS + "ihrp-observation", Set.of("trauma-impact"));

    private MentalHealthRules() {}

    static boolean tells(Resource resource) {
        return concepts(resource)
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(MentalHealthRules::tells);
    }

    private static boolean tells(Coding coding) {
        return CODES.getOrDefault(String.valueOf(coding.getSystem()), Set.of())
                .contains(String.valueOf(coding.getCode()));
    }

    private static Stream<CodeableConcept> concepts(Resource resource) {
        Stream<CodeableConcept> served = resource instanceof DomainResource domain
                ? Stream.concat(
                        values(domain.getExtensionsByUrl(EXTENSIONS + "ihrp-serves-function")),
                        domain.getExtensionsByUrl(EXTENSIONS + "ihrp-driver").stream()
                                .flatMap(driver -> values(driver.getExtensionsByUrl("kind"))))
                : Stream.empty();
        return resource instanceof Observation observation ? Stream.concat(served, said(observation)) : served;
    }

    private static Stream<CodeableConcept> said(Observation observation) {
        Stream<CodeableConcept> own = Stream.of(observation.getCode());
        Stream<CodeableConcept> value = observation.hasValueCodeableConcept()
                ? Stream.of(observation.getValueCodeableConcept())
                : Stream.empty();
        Stream<CodeableConcept> parts = observation.getComponent().stream()
                .filter(Observation.ObservationComponentComponent::hasValueCodeableConcept)
                .map(Observation.ObservationComponentComponent::getValueCodeableConcept);
        return Stream.of(own, value, parts).flatMap(all -> all);
    }

    private static Stream<CodeableConcept> values(List<Extension> extensions) {
        return extensions.stream()
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast);
    }
}
