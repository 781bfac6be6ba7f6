package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;

/** What is told of suicide: the last rating that says something. That nobody asked since is told beside it. */
final class SuicideRisk {

    private static final String LOINC = "http://loinc.org";
    private static final String LEVEL = "93374-7";

    /** Codes of these give the reason why there is no answer. */
    private static final Set<String> REASONS = Set.of(
            "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "http://terminology.hl7.org/CodeSystem/v3-NullFlavor");

    private SuicideRisk() {}

    static void write(Chart chart, SectionContent.Draft draft) {
        List<Observation> ratings =
                chart.observations(observation -> observation.getCode().hasCoding(LOINC, LEVEL));
        if (ratings.isEmpty()) {
            draft.say("Suicide risk is not told here. Ask the person.");
            return;
        }
        Observation latest = ratings.get(0);
        Observation telling =
                ratings.stream().filter(SuicideRisk::says).findFirst().orElse(latest);
        rating("Suicide", telling, chart, draft);
        if (telling != latest) {
            draft.say("Suicide risk was rated on " + Words.time(telling.getEffective())
                    + ". Nothing was learned of it on " + Words.time(latest.getEffective()) + ": "
                    + Words.answer(latest) + ". Ask the person.");
            rating("Suicide, told on " + Words.time(latest.getEffective()), latest, chart, draft);
        }
    }

    private static void rating(String heading, Observation rating, Chart chart, SectionContent.Draft draft) {
        List<Block.Fact> facts = new ArrayList<>();
        GoalsSection.add(facts, "Risk", Words.answer(rating));
        GoalsSection.add(facts, "Plan", UseSection.part(rating, "suicide-plan"));
        GoalsSection.add(facts, "What keeps the person alive", UseSection.part(rating, "protective-factor"));
        GoalsSection.add(facts, "Who responds", UseSection.part(rating, "responder"));
        GoalsSection.add(facts, "Told on", Words.time(rating.getEffective()));
        draft.facts(heading, facts).entry(rating);
        new Voice(chart).quote(draft, rating.getNote());
    }

    private static boolean says(Observation rating) {
        boolean reason = rating.getValue() instanceof CodeableConcept concept
                && concept.hasCoding()
                && concept.getCoding().stream()
                        .allMatch(coding -> REASONS.contains(String.valueOf(coding.getSystem())));
        return rating.hasValue() && !reason;
    }
}
