package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.conformance.Canonical;

/** What the person and others do when use returns, step by step, in the person's words. */
final class ReturnToUseSection implements Section {

    private static final String STEP = Canonical.BASE + "/StructureDefinition/ihrp-return-to-use-step";
    private static final String CATEGORY = Canonical.BASE + "/CodeSystem/ihrp-plan-category";

    @Override
    public SectionCode code() {
        return SectionCode.RETURN_TO_USE;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        List<CarePlan> plans = chart.all(CarePlan.class)
                .filter(ReturnToUseSection::isReturnToUsePlan)
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .toList();
        for (CarePlan plan : plans) {
            draft.facts(Optional.ofNullable(plan.getTitle()).orElse("Return-to-use plan"), steps(plan, chart))
                    .entry(plan);
            plan.getActivity().forEach(step -> draft.entries(chart.find(List.of(step.getReference()), Task.class)));
        }
        if (plans.isEmpty()) {
            draft.say("No return-to-use plan is told here. Make one together.");
        }
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    static boolean isReturnToUsePlan(CarePlan plan) {
        return plan.getCategory().stream().anyMatch(category -> category.hasCoding(CATEGORY, "return-to-use-plan"));
    }

    private static List<Block.Fact> steps(CarePlan plan, Chart chart) {
        List<Block.Fact> facts = new ArrayList<>();
        plan.getActivity().stream()
                .sorted(Comparator.comparing(ReturnToUseSection::order))
                .forEach(step -> GoalsSection.add(facts, kind(step), words(step, chart)));
        return facts;
    }

    private static int order(CarePlanActivityComponent step) {
        String order = part(step, "order");
        return order.matches("\\d{1,9}") ? Integer.parseInt(order) : Integer.MAX_VALUE;
    }

    private static String kind(CarePlanActivityComponent step) {
        String kind = part(step, "kind");
        return kind.isEmpty() ? "Step" : kind;
    }

    private static String words(CarePlanActivityComponent step, Chart chart) {
        String own = part(step, "words");
        return own.isEmpty()
                ? chart.find(List.of(step.getReference()), Task.class).stream()
                        .map(Task::getDescription)
                        .findFirst()
                        .orElse("")
                : own;
    }

    private static String part(CarePlanActivityComponent step, String part) {
        return Optional.ofNullable(step.getExtensionByUrl(STEP))
                .map(extension -> extension.getExtensionByUrl(part))
                .map(Extension::getValue)
                .map(Words::value)
                .orElse("");
    }
}
