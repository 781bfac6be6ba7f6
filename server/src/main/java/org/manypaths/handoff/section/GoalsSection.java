package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.Holds;
import org.manypaths.refusal.Blank;

/** What the person wants, in their words, and what lowers harm meanwhile. No goal is a step to another. */
final class GoalsSection implements Section {

    private static final String SPECTRUM = Canonical.BASE + "/CodeSystem/ihrp-goal-spectrum";
    private static final String SERVICE = Canonical.BASE + "/CodeSystem/ihrp-harm-reduction-service";

    @Override
    public SectionCode code() {
        return SectionCode.GOALS;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Set<Goal> goals = goals(chart);
        Names names = new Names(chart);
        for (Goal goal : goals) {
            draft.quote(goal.getDescription().getText(), names.of(goal.getExpressedBy()))
                    .facts("", facts(goal, chart));
        }
        if (goals.isEmpty()) {
            draft.say("No goal is told here. Ask the person what they want.");
        }
        List<Procedure> done = chart.holding(Procedure.class)
                .filter(GoalsSection::isHarmReduction)
                .toList();
        draft.grid(
                "What was done to lower harm",
                List.of("What", "When", "By"),
                done.stream()
                        .map(procedure -> List.of(
                                Words.concept(procedure.getCode()),
                                Words.time(procedure.getPerformed()),
                                names.all(procedure.getPerformer().stream()
                                        .map(performer -> performer.getActor())
                                        .toList())))
                        .toList());
        List<ServiceRequest> asked = chart.holding(ServiceRequest.class)
                .filter(GoalsSection::isHarmReduction)
                .toList();
        draft.entries(goals).entries(done).entries(asked);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    /** Those of the plan in its order, then what else the person wants. */
    private static Set<Goal> goals(Chart chart) {
        Set<Goal> goals = new LinkedHashSet<>(chart.find(chart.letter().plan().getGoal(), Goal.class));
        chart.all(Goal.class).forEach(goals::add);
        goals.removeIf(goal -> !Holds.at(goal, chart.asOf()));
        return goals;
    }

    private static List<Block.Fact> facts(Goal goal, Chart chart) {
        List<Block.Fact> facts = new ArrayList<>();
        add(facts, "Direction", Words.joined(", ", directions(goal)));
        add(facts, "Substance", Substances.name(goal));
        add(facts, "Standing", GoalWords.standing(goal));
        add(facts, "By", Words.joined(", ", goal.getTarget().stream().map(target -> Words.value(target.getDue()))));
        add(facts, "Agreement", Words.joined("; ", GoalWords.agreements(goal, chart).stream()));
        goal.getNote().forEach(note -> add(facts, "Noted", note.getText()));
        return facts;
    }

    private static Stream<String> directions(Goal goal) {
        return goal.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> SPECTRUM.equals(coding.getSystem()))
                .map(Coding::getDisplay);
    }

    private static boolean isHarmReduction(Procedure procedure) {
        return procedure.getCode().getCoding().stream().anyMatch(coding -> SERVICE.equals(coding.getSystem()));
    }

    private static boolean isHarmReduction(ServiceRequest request) {
        return request.getCode().getCoding().stream().anyMatch(coding -> SERVICE.equals(coding.getSystem()));
    }

    static void add(List<Block.Fact> facts, String name, String value) {
        if (!Blank.is(value)) {
            facts.add(new Block.Fact(name, value));
        }
    }
}
