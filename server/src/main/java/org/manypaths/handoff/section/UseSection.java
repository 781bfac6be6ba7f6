package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;

/** What is used, how, how often and when last; and how the withdrawal went, score by score. */
final class UseSection implements Section {

    private static final List<String> SCALES = List.of("cows-total", "ciwa-ar-total");

    @Override
    public SectionCode code() {
        return SectionCode.USE;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Voice voice = new Voice(chart);
        List<Observation> uses = new ArrayList<>(
                Substances.firstOfEach(chart.observations("substance-use")).values());
        for (Observation use : uses) {
            draft.facts("Use of " + Substances.name(use) + ", as the person tells it", facts(use));
            voice.quote(draft, use.getNote());
        }
        returns(chart, draft, voice);
        List<Observation> scores = scores(chart);
        draft.grid(
                "Course of withdrawal",
                List.of("When", "Scale", "Score", "Band"),
                scores.stream().map(UseSection::score).toList());
        draft.entries(uses).entries(scores);
        if (uses.isEmpty()) {
            draft.say("Nothing is told here about use. Ask the person.");
        }
        if (scores.isEmpty()) {
            draft.say("No withdrawal score is told here. That does not say that there was no withdrawal.");
        }
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    /** Use after a time without it changes what the last use was. */
    private static void returns(Chart chart, SectionContent.Draft draft, Voice voice) {
        for (Observation event : chart.observations("return-to-use-event")) {
            draft.say("Use returned on " + Words.time(event.getEffective()) + ": " + Substances.name(event) + ". "
                            + part(event, "context"))
                    .entry(event);
            voice.quote(draft, event.getNote());
        }
    }

    /** The ratings that carry a time, the first at the top: a curve is read downwards. */
    private static List<Observation> scores(Chart chart) {
        Predicate<Observation> isScore = observation ->
                SCALES.stream().anyMatch(code -> observation.getCode().hasCoding(Chart.OBSERVATION, code));
        List<Observation> scores = new ArrayList<>(chart.observations(isScore));
        Collections.reverse(scores);
        return scores;
    }

    /** One below the other: nine columns beside each other fit no paper and no phone. */
    private static List<Block.Fact> facts(Observation use) {
        List<Block.Fact> facts = new ArrayList<>();
        GoalsSection.add(facts, "Now", Words.answer(use));
        GoalsSection.add(facts, "Days in 30", part(use, "days-used-30"));
        GoalsSection.add(facts, "Amount a day", part(use, "quantity-per-day"));
        GoalsSection.add(facts, "Route", part(use, "route-of-use"));
        GoalsSection.add(facts, "Last use", lastUse(use));
        GoalsSection.add(facts, "Company", part(use, "company"));
        GoalsSection.add(facts, "Supply", part(use, "supply-risk"));
        GoalsSection.add(facts, "Told on", Words.time(use.getEffective()));
        return facts;
    }

    private static String lastUse(Observation use) {
        String last = part(use, "last-use");
        return last.isEmpty() ? "not told" : last;
    }

    private static List<String> score(Observation score) {
        return List.of(
                Words.time(score.getEffective()),
                Words.concept(score.getCode()),
                Words.answer(score),
                part(score, "severity-band"));
    }

    /** All values of a part, in their order. */
    static String part(Observation observation, String part) {
        return Words.joined(
                ", ",
                Chart.parts(observation, part)
                        .map(ObservationComponentComponent::getValue)
                        .map(Words::value));
    }
}
