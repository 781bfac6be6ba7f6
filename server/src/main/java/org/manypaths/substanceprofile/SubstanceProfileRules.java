package org.manypaths.substanceprofile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.assessment.AssessmentCodes;
import org.manypaths.assessment.StageReader;
import org.manypaths.assessment.SubstanceClasses;
import org.manypaths.substanceprofile.SubstanceProfile.Line;

/** Orders a person's record by substance. */
final class SubstanceProfileRules {

    private static final Comparator<Observation> NEWEST_FIRST = Comparator.comparing(SubstanceProfileRules::effective)
            .thenComparing(observation ->
                    observation.hasIssued() ? observation.getIssued().toInstant() : Instant.MIN)
            .thenComparing(observation -> observation.getIdElement().getIdPart())
            .reversed();

    private final SubstanceClasses classes;
    private final StageReader reader;
    private final StageLines stageLines;

    SubstanceProfileRules(SubstanceClasses classes) {
        this.classes = classes;
        this.reader = new StageReader(classes);
        this.stageLines = new StageLines(reader);
    }

    /**
     * One profile for each substance, in the order of their names; a substance that was asked for and of which nothing is
     * on record has an empty one.
     *
     * @param arrivals the order in which the observations were first stored, by id
     */
    List<SubstanceProfile> profiles(PersonRecord whole, SubstanceProfileRequest request, Map<String, Long> arrivals) {
        PersonRecord record = whole.until(request.asOf());
        Map<String, CodeableConcept> substances = substances(record, request);
        List<SubstanceProfile> profiles = new ArrayList<>();
        substances.forEach((about, concept) -> profiles.add(profile(record, about, concept, arrivals)));
        request.substances().stream()
                .filter(asked -> substances.values().stream().noneMatch(told -> asked.isToldBy(told, classes)))
                .map(asked -> SubstanceProfile.empty(asked.concept()))
                .forEach(profiles::add);
        return profiles;
    }

    private Map<String, CodeableConcept> substances(PersonRecord record, SubstanceProfileRequest request) {
        Map<String, CodeableConcept> substances = new TreeMap<>();
        record.all()
                .flatMap(resource -> record.substances(resource).stream())
                .filter(concept -> request.substances().isEmpty()
                        || request.substances().stream().anyMatch(asked -> asked.isToldBy(concept, classes)))
                .forEach(concept -> substances.merge(reader.about(concept), concept, SubstanceProfileRules::fuller));
        substances.remove("");
        return substances;
    }

    private SubstanceProfile profile(
            PersonRecord record, String about, CodeableConcept concept, Map<String, Long> arrivals) {
        Function<DomainResource, Boolean> isAbout = resource -> record.substances(resource).stream()
                .anyMatch(said -> reader.about(said).equals(about));
        List<Observation> observations = record.observations().stream()
                .filter(isAbout::apply)
                .sorted(NEWEST_FIRST)
                .toList();
        return new SubstanceProfile(
                concept,
                coded(observations, "substance-use").findFirst(),
                coded(observations, "return-to-use-event").findFirst(),
                stageLines.of(
                        coded(observations, AssessmentCodes.STAGE_OF_CHANGE).toList(), arrivals),
                newestOfEach(
                        coded(observations, "readiness-ruler", "readiness-importance", "readiness-confidence"),
                        observation -> codes(observation.getCode())),
                record.goals().stream().filter(isAbout::apply).toList(),
                Stream.<DomainResource>concat(record.requests().stream(), record.statements().stream())
                        .filter(isAbout::apply)
                        .toList(),
                stances(coded(observations, "medication-buy-in")),
                newestOfEach(
                        coded(observations, "meaning-of-use"),
                        observation -> codes(
                                observation.getValue() instanceof CodeableConcept value
                                        ? value
                                        : new CodeableConcept())));
    }

    private static List<Line> stances(Stream<Observation> newestFirst) {
        Map<String, List<Observation>> byMedicine = newestFirst.collect(
                Collectors.groupingBy(SubstanceProfileRules::medicine, LinkedHashMap::new, Collectors.toList()));
        return byMedicine.values().stream()
                .map(line -> new Line(Optional.of(line.get(0)), line.subList(1, line.size()), List.of()))
                .toList();
    }

    /** The medicine itself where it is named, so that a stance from before the order and one after it are one line. */
    private static String medicine(Observation stance) {
        return stance.getComponent().stream()
                .filter(component -> AssessmentCodes.isPart(component.getCode(), "medicine"))
                .filter(component -> component.hasValueCodeableConcept())
                .map(component -> codes(component.getValueCodeableConcept()))
                .findFirst()
                .orElseGet(() -> stance.getFocus().stream()
                        .map(focus -> String.valueOf(focus.getReference()))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    private static Stream<Observation> coded(List<Observation> observations, String... codes) {
        Set<String> wanted = Set.of(codes);
        return observations.stream().filter(observation -> observation.getCode().getCoding().stream()
                .anyMatch(coding ->
                        AssessmentCodes.OBSERVATION.equals(coding.getSystem()) && wanted.contains(coding.getCode())));
    }

    private static List<Observation> newestOfEach(Stream<Observation> newestFirst, Function<Observation, String> kind) {
        Map<String, Observation> newest = new LinkedHashMap<>();
        newestFirst.forEach(observation -> newest.putIfAbsent(kind.apply(observation), observation));
        return List.copyOf(newest.values());
    }

    private static String codes(CodeableConcept concept) {
        return concept.hasCoding()
                ? concept.getCoding().stream()
                        .map(coding -> coding.getSystem() + "|" + coding.getCode())
                        .sorted()
                        .collect(Collectors.joining(" "))
                : String.valueOf(concept.getText());
    }

    private static Instant effective(Observation observation) {
        return StageReader.effective(observation).orElse(Instant.MIN);
    }

    private static CodeableConcept fuller(CodeableConcept one, CodeableConcept other) {
        return other.getCoding().size() > one.getCoding().size() ? other : one;
    }
}
