package org.manypaths.access;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.InformationLabels;

/**
 * What kind of information a record holds, by its type, profiles, categories, codes and labels. Pure.
 *
 * <p>Where none of them tells, the answer is empty, and the record stays with its programme and the person. Labels that
 * came with the record only add: a client may raise, never lower. What a record contains goes out with it, and so it is
 * of those kinds too; where it contains something of which nothing tells, nothing tells of the whole.
 */
final class KindRules {

    private static final String SYSTEMS = Canonical.BASE + "/CodeSystem/";
    private static final String PROFILES = Canonical.BASE + "/StructureDefinition/";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10-cm";

    /** Who, when and with whom: what such a record tells beside the place where it is kept. */
    private static final Set<String> GENERAL = Set.of(
            "Patient",
            "RelatedPerson",
            "Encounter",
            "EpisodeOfCare",
            "Appointment",
            "AppointmentResponse",
            "CareTeam",
            "Coverage",
            "AllergyIntolerance",
            "Immunization",
            "Device",
            "Consent");

    /** What is planned and done: in a programme for substance use it is about that. */
    private static final Set<String> CARE = Set.of(
            "CarePlan",
            "Goal",
            "ServiceRequest",
            "Task",
            "Procedure",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "MedicationDispense",
            "RiskAssessment",
            "Flag");

    private static final Map<Pattern, InformationKind> DIAGNOSES = diagnoses();
    private static final Map<Pattern, InformationKind> REASONS = reasons();

    private static final Map<String, InformationKind> INSTRUMENTS = Map.ofEntries(
            Map.entry("72110-0", InformationKind.ALCOHOL_USE),
            Map.entry("75624-7", InformationKind.ALCOHOL_USE),
            Map.entry("72109-2", InformationKind.ALCOHOL_USE),
            Map.entry("75626-2", InformationKind.ALCOHOL_USE),
            Map.entry("93374-7", InformationKind.MENTAL_HEALTH),
            Map.entry("44249-1", InformationKind.MENTAL_HEALTH),
            Map.entry("44261-6", InformationKind.MENTAL_HEALTH),
            Map.entry("69737-5", InformationKind.MENTAL_HEALTH),
            Map.entry("70274-6", InformationKind.MENTAL_HEALTH));

    private KindRules() {}

    private static Map<Pattern, InformationKind> diagnoses() {
        Map<Pattern, InformationKind> kinds = new LinkedHashMap<>();
        kinds.put(Pattern.compile("F10.*"), InformationKind.ALCOHOL_USE);
        kinds.put(Pattern.compile("F11.*"), InformationKind.OPIOID_USE);
        kinds.put(Pattern.compile("F1[2-9].*"), InformationKind.SUBSTANCE_USE);
        kinds.put(Pattern.compile("F.*"), InformationKind.MENTAL_HEALTH);
        return kinds;
    }

    private static Map<Pattern, InformationKind> reasons() {
        Map<Pattern, InformationKind> kinds = diagnoses();
        kinds.put(Pattern.compile("B20|Z21"), InformationKind.HIV);
        return kinds;
    }

    /** @param part2 whether the record is kept by a programme for substance use */
    static Set<InformationKind> kinds(Resource resource, boolean part2) {
        Set<InformationKind> kinds = ofItself(resource, part2);
        for (Resource contained : contained(resource)) {
            Set<InformationKind> within = kinds(contained, part2);
            if (within.isEmpty() && !kinds.contains(InformationKind.COUNSELLING_NOTE)) {
                return within;
            }
            kinds.addAll(within);
        }
        return kinds;
    }

    /** The records within it that are about somebody. */
    static List<Resource> contained(Resource resource) {
        return resource instanceof DomainResource whole
                ? whole.getContained().stream()
                        .filter(part -> !References.OF_NOBODY.contains(part.fhirType())
                                && !AccessTypes.DEFINITIONS.contains(part.fhirType()))
                        .toList()
                : List.of();
    }

    private static Set<InformationKind> ofItself(Resource resource, boolean part2) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        kinds.addAll(InformationLabels.told(labels(resource).toList()));
        if (resource instanceof DocumentReference document && isCounsellingNote(document)) {
            kinds.add(InformationKind.COUNSELLING_NOTE);
        }
        if (!kinds.contains(InformationKind.COUNSELLING_NOTE)) {
            kinds.addAll(byContent(resource, part2));
            if (!kinds.isEmpty()) {
                kinds.addAll(reasons(resource));
            }
            if (MentalHealthRules.tells(resource)) {
                kinds.add(InformationKind.MENTAL_HEALTH);
            }
        }
        return kinds;
    }

    static boolean isCounsellingNote(DocumentReference document) {
        return declares(document, "ihrp-counselling-note")
                || document.getCategory().stream()
                        .anyMatch(
                                category -> category.hasCoding(SYSTEMS + "ihrp-document-category", "counselling-note"));
    }

    private static Stream<Coding> labels(Resource resource) {
        Stream<Coding> own = resource.getMeta().getSecurity().stream();
        return resource instanceof DocumentReference document
                ? Stream.concat(own, codings(document.getSecurityLabel()))
                : own;
    }

    private static Set<InformationKind> byContent(Resource resource, boolean part2) {
        String type = resource.fhirType();
        Set<InformationKind> substances = SubstanceRules.kinds(resource);
        if (!substances.isEmpty()) {
            return substances;
        }
        if (GENERAL.contains(type)) {
            return EnumSet.of(InformationKind.GENERAL_HEALTH);
        }
        if (CARE.contains(type)) {
            return EnumSet.of(part2 ? InformationKind.SUBSTANCE_USE : InformationKind.GENERAL_HEALTH);
        }
        if (resource instanceof Condition condition) {
            return ofCondition(condition);
        }
        if (resource instanceof Observation observation) {
            return ofObservation(observation);
        }
        boolean handoff = (resource instanceof DocumentReference || resource instanceof Composition)
                && (declares(resource, "ihrp-handoff-document-reference")
                        || declares(resource, "ihrp-handoff-composition"));
        return handoff ? EnumSet.of(InformationKind.SUBSTANCE_USE) : EnumSet.noneOf(InformationKind.class);
    }

    /** A diagnosis tells the same wherever in a record it stands: as the reason of a visit, say. */
    private static Set<InformationKind> reasons(Resource resource) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        References.visitCodings(resource, coding -> {
            if (ICD_10.equals(coding.getSystem())) {
                String code = String.valueOf(coding.getCode());
                REASONS.entrySet().stream()
                        .filter(entry -> entry.getKey().matcher(code).matches())
                        .findFirst()
                        .ifPresent(entry -> kinds.add(entry.getValue()));
            }
        });
        return kinds;
    }

    private static Set<InformationKind> ofCondition(Condition condition) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        condition.getCode().getCoding().stream()
                .filter(coding -> ICD_10.equals(coding.getSystem()))
                .flatMap(coding -> DIAGNOSES.entrySet().stream()
                        .filter(entry -> entry.getKey()
                                .matcher(String.valueOf(coding.getCode()))
                                .matches())
                        .limit(1))
                .forEach(entry -> kinds.add(entry.getValue()));
        if (kinds.isEmpty() && declares(condition, "ihrp-sud-condition")) {
            kinds.add(InformationKind.SUBSTANCE_USE);
        }
        if (kinds.isEmpty() && declares(condition, "ihrp-co-occurring-condition")) {
            kinds.add(InformationKind.MENTAL_HEALTH);
        }
        return kinds;
    }

    private static Set<InformationKind> ofObservation(Observation observation) {
        EnumSet<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        observation.getCode().getCoding().forEach(coding -> {
            if ((SYSTEMS + "ihrp-observation").equals(coding.getSystem())) {
                kinds.add(InformationKind.SUBSTANCE_USE);
            } else if (INSTRUMENTS.containsKey(String.valueOf(coding.getCode()))) {
                kinds.add(INSTRUMENTS.get(coding.getCode()));
            }
        });
        boolean vital = codings(observation.getCategory())
                .anyMatch(category -> "vital-signs".equals(category.getCode())
                        && "http://terminology.hl7.org/CodeSystem/observation-category".equals(category.getSystem()));
        if (kinds.isEmpty() && vital) {
            kinds.add(InformationKind.GENERAL_HEALTH);
        }
        if (kinds.isEmpty() && declares(observation, "ihrp-what-matters")) {
            kinds.add(InformationKind.SUBSTANCE_USE);
        }
        return kinds;
    }

    private static boolean declares(Resource resource, String profile) {
        return resource.getMeta().hasProfile(PROFILES + profile);
    }

    static Stream<Coding> codings(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(concept -> concept.getCoding().stream());
    }
}
