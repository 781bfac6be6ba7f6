package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Observation;

/** For each substance by itself: where the person stands, how ready they are, and what the use is for. */
final class StageSection implements Section {

    @Override
    public SectionCode code() {
        return SectionCode.STAGE;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Voice voice = new Voice(chart);
        List<Observation> stages = latest(chart.observations("stage-of-change"));
        draft.grid(
                "Stage of change for each substance",
                List.of("Substance", "Stage", "Toward", "Whose view", "Since"),
                stages.stream().map(StageSection::row).toList());
        stages.forEach(stage -> voice.quote(draft, stage.getNote()));
        if (stages.isEmpty()) {
            draft.say("No stage of change is told here.");
        }
        List<Observation> readiness = latest(chart.observations("readiness-ruler"));
        draft.grid(
                "How ready the person is, from 0 to 10",
                List.of("For", "Readiness", "Importance", "Confidence", "Told on"),
                readiness.stream().map(StageSection::ruler).toList());
        meanings(chart, draft, voice);
        draft.entries(stages).entries(readiness);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static void meanings(Chart chart, SectionContent.Draft draft, Voice voice) {
        List<Observation> meanings = chart.observations("meaning-of-use");
        draft.grid(
                "What the use means and does",
                List.of("Substance", "Meaning", "Importance"),
                meanings.stream()
                        .map(meaning -> List.of(
                                Substances.name(meaning),
                                Words.answer(meaning),
                                UseSection.part(meaning, "importance")))
                        .toList());
        meanings.forEach(meaning -> voice.quote(draft, meaning.getNote()));
        for (Observation both : chart.observations("ambivalence")) {
            draft.facts("Both sides: " + Substances.name(both), sides(both)).entry(both);
        }
        for (Observation insight : chart.observations("insight")) {
            draft.quote(Words.value(insight.getValue()), "about " + Substances.name(insight))
                    .entry(insight);
        }
        draft.entries(meanings);
    }

    private static List<Block.Fact> sides(Observation both) {
        List<Block.Fact> facts = new ArrayList<>();
        both.getComponent().stream()
                .filter(part -> part.hasValueStringType())
                .forEach(
                        part -> facts.add(new Block.Fact(Words.concept(part.getCode()), Words.value(part.getValue()))));
        return facts;
    }

    /** The latest of each substance, direction and rater: two views may differ, and both are told. */
    private static List<Observation> latest(List<Observation> newestFirst) {
        Map<List<String>, Observation> latest = new LinkedHashMap<>();
        newestFirst.forEach(observation -> latest.putIfAbsent(
                List.of(
                        Substances.key(observation),
                        UseSection.part(observation, "target-direction"),
                        UseSection.part(observation, "rater")),
                observation));
        return List.copyOf(latest.values());
    }

    private static List<String> row(Observation stage) {
        return List.of(
                Substances.name(stage),
                Words.answer(stage),
                UseSection.part(stage, "target-direction"),
                UseSection.part(stage, "rater"),
                Words.time(stage.getEffective()));
    }

    private static List<String> ruler(Observation readiness) {
        return List.of(
                Substances.name(readiness),
                Words.answer(readiness),
                UseSection.part(readiness, "readiness-importance"),
                UseSection.part(readiness, "readiness-confidence"),
                Words.time(readiness.getEffective()));
    }
}
