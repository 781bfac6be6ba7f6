package org.manypaths.substanceprofile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.assessment.StageOfChange;
import org.manypaths.assessment.StageReader;
import org.manypaths.assessment.Standing;
import org.manypaths.assessment.StandingRules;
import org.manypaths.substanceprofile.SubstanceProfile.Line;

/** Stages of change about one substance, as one line for each view and direction. */
record StageLines(StageReader reader) {

    private static final long UNKNOWN = 0;

    /** Each observation is given the standing that it had among these, which need not be the one it has today. */
    List<Line> of(List<Observation> newestFirst, Map<String, Long> arrivals) {
        Map<String, StageOfChange> stages = new LinkedHashMap<>();
        newestFirst.forEach(
                observation -> stage(observation, arrivals).ifPresent(stage -> stages.put(stage.observation(), stage)));
        Set<String> current = StandingRules.current(stages.values()).stream()
                .map(StageOfChange::observation)
                .collect(Collectors.toSet());
        newestFirst.forEach(observation -> Standing.write(
                observation,
                Optional.ofNullable(stages.get(id(observation)))
                        .map(stage -> current.contains(stage.observation()) ? Standing.CURRENT : Standing.SUPERSEDED)));
        return newestFirst.stream()
                .collect(Collectors.groupingBy(reader::series, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(line -> line(line, stages.keySet(), current))
                .toList();
    }

    private static Line line(List<Observation> line, Set<String> told, Set<String> current) {
        return new Line(
                line.stream().filter(one -> current.contains(id(one))).findFirst(),
                line.stream()
                        .filter(one -> told.contains(id(one)) && !current.contains(id(one)))
                        .toList(),
                line.stream().filter(one -> !told.contains(id(one))).toList());
    }

    private Optional<StageOfChange> stage(Observation observation, Map<String, Long> arrivals) {
        return reader.read(observation, id(observation), arrivals.getOrDefault(id(observation), UNKNOWN));
    }

    private static String id(Observation observation) {
        return observation.getIdElement().getIdPart();
    }
}
