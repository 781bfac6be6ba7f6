package org.manypaths.access;

import java.util.EnumSet;
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
import org.manypaths.consent.InformationKind;

/** Of which substances a record tells, and whether it is in words that are the person's own. Pure. */
final class SubstanceRules {

    private static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance";
    private static final String OBSERVATION = Canonical.BASE + "/CodeSystem/ihrp-observation";
    private static final String EXTENSION = Canonical.BASE + "/StructureDefinition/ihrp-substance";
    private static final String DRIVER = Canonical.BASE + "/StructureDefinition/ihrp-driver";
    private static final String SHAREABLE = Canonical.BASE + "/StructureDefinition/ihrp-shareable";

    private static final Set<String> OPIOIDS =
            Set.of("opioids", "heroin", "fentanyl", "prescription-opioids", "methadone", "buprenorphine");

    /** What is only about one substance by what it measures. */
    private static final Map<String, InformationKind> MEASURES =
            Map.of("cows-total", InformationKind.OPIOID_USE, "ciwa-ar-total", InformationKind.ALCOHOL_USE);

    /** Meaning, trauma, ambivalence and alliance, as the person tells them; drivers are told by an extension. */
    private static final List<String> PRIVATE = List.of(
            "meaning-of-use",
            "benefit-of-use",
            "harm-of-use",
            "ambivalence",
            "trauma-impact",
            "insight",
            "alliance-rating");

    private SubstanceRules() {}

    /** Empty where no substance is named. */
    static Set<InformationKind> kinds(Resource resource) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        concepts(resource)
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> SUBSTANCE.equals(coding.getSystem()))
                .map(SubstanceRules::kind)
                .forEach(kinds::add);
        if (kinds.isEmpty() && resource instanceof Observation observation) {
            MEASURES.forEach((code, kind) -> {
                if (observation.getCode().hasCoding(OBSERVATION, code)) {
                    kinds.add(kind);
                }
            });
        }
        return kinds;
    }

    private static InformationKind kind(Coding coding) {
        if ("alcohol".equals(coding.getCode())) {
            return InformationKind.ALCOHOL_USE;
        }
        return OPIOIDS.contains(String.valueOf(coding.getCode()))
                ? InformationKind.OPIOID_USE
                : InformationKind.SUBSTANCE_USE;
    }

    private static Stream<CodeableConcept> concepts(Resource resource) {
        Stream<CodeableConcept> named = resource instanceof DomainResource domain
                ? domain.getExtensionsByUrl(EXTENSION).stream()
                        .map(Extension::getValue)
                        .filter(CodeableConcept.class::isInstance)
                        .map(CodeableConcept.class::cast)
                : Stream.empty();
        return resource instanceof Observation observation
                ? Stream.concat(
                        named,
                        observation.getComponent().stream()
                                .filter(Observation.ObservationComponentComponent::hasValueCodeableConcept)
                                .map(Observation.ObservationComponentComponent::getValueCodeableConcept))
                : named;
    }

    /** Whether it holds the person's own words that leave the team only where the person marked them shareable. */
    static boolean isPrivate(Resource resource) {
        return holdsPrivateWords(resource)
                || KindRules.contained(resource).stream().anyMatch(SubstanceRules::isPrivate);
    }

    private static boolean holdsPrivateWords(Resource resource) {
        return resource instanceof Observation observation
                && (PRIVATE.stream().anyMatch(code -> observation.getCode().hasCoding(OBSERVATION, code))
                        || observation.hasExtension(DRIVER))
                && !isShareable(observation);
    }

    private static boolean isShareable(Observation observation) {
        return observation.getExtensionsByUrl(SHAREABLE).stream()
                .map(Extension::getValue)
                .anyMatch(value -> value.isBooleanPrimitive() && "true".equals(value.primitiveValue()));
    }
}
