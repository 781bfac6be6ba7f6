package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gap.Course;
import org.manypaths.handoff.gate.Passage;

/** Each medicine with what the next prescriber must know within minutes; or why there is none. */
final class MedicinesSection implements Section {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";

    private final boolean hidesNone;

    /** @param hidesNone whether all about medicines would go, whatever is held: only then something is said to be none */
    MedicinesSection(boolean hidesNone) {
        this.hidesNone = hidesNone;
    }

    @Override
    public SectionCode code() {
        return SectionCode.MEDICINES;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        StanceWords stances = new StanceWords(chart);
        chart.courses().forEach(course -> medicine(course, chart, draft));
        chart.ended().forEach(course -> ended(course, chart, draft));
        new TakingWords(chart).write(draft);
        List<Observation> others = stances.onNoneThatStands();
        others.forEach(stance -> stances.write(stance, draft));
        if (chart.courses().isEmpty()) {
            new NoMedicineWords(chart, hidesNone).write(draft, others);
        }
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private void medicine(Course course, Chart chart, SectionContent.Draft draft) {
        MedicationRequest order = course.order();
        StanceWords stances = new StanceWords(chart);
        draft.facts(chart.medicine(order), facts(course, chart)).entry(order);
        stances.on(course).ifPresent(stance -> stances.write(stance, draft));
        course.lastGiven().ifPresent(draft::entry);
        SupplyWords.dispense(course, chart).ifPresent(draft::entry);
        draft.extension(supply(course, chart));
    }

    private void ended(Course course, Chart chart, SectionContent.Draft draft) {
        MedicationRequest order = course.order();
        String dose = course.lastGiven()
                .map(last -> "The last dose was given on " + new LastDose(chart, hidesNone).given(last, order))
                .orElse("When the last dose was given is not told");
        draft.say(chart.medicine(order) + " was ordered and has ended. " + dose + ".")
                .entry(order);
        course.lastGiven().ifPresent(draft::entry);
    }

    private List<Block.Fact> facts(Course course, Chart chart) {
        List<Block.Fact> facts = new ArrayList<>();
        MedicationRequest order = course.order();
        GoalsSection.add(facts, "Standing", onHold(order));
        GoalsSection.add(facts, "Dose", DoseWords.of(order.getDosageInstruction()));
        GoalsSection.add(facts, "Phase", phase(order));
        GoalsSection.add(facts, "Prescribed by", new Names(chart).of(order.getRequester()));
        GoalsSection.add(facts, "Last dose given", new LastDose(chart, hidesNone).words(course));
        GoalsSection.add(facts, "Next dose", SupplyWords.next(course, chart.asOf()));
        GoalsSection.add(facts, "Supply", SupplyWords.until(course, chart.asOf()));
        GoalsSection.add(
                facts,
                "Handed over",
                SupplyWords.dispense(course, chart).map(SupplyWords::handedOver).orElse(""));
        GoalsSection.add(facts, "To verify", verify(chart));
        return facts;
    }

    /** Nothing where it is given as ordered. */
    private static String onHold(MedicationRequest order) {
        if (order.getStatus() != MedicationRequestStatus.ONHOLD) {
            return "";
        }
        String reason = Words.concept(order.getStatusReason());
        return "on hold, not given for now" + (reason.isEmpty() ? "; why is not told" : "; reason: " + reason);
    }

    private static String verify(Chart chart) {
        String phones = Words.phones(chart.letter().sender().getTelecom());
        return chart.letter().sender().getName() + ": "
                + (phones.isEmpty()
                        ? "no number is recorded"
                        : phones + "; whether somebody answers at any hour is not recorded");
    }

    /** The same for programs: hc-3 of the model. */
    private Extension supply(Course course, Chart chart) {
        Extension supply = new Extension(BASE + "ihrp-medicine-supply");
        supply.addExtension("medicine", new Reference(Passage.key(course.order())));
        course.lastGiven()
                .ifPresentOrElse(
                        dose -> supply.addExtension("lastGiven", new Reference(Passage.key(dose))),
                        () -> new LastDose(chart, hidesNone)
                                .unknown(course)
                                .ifPresent(reason ->
                                        supply.addExtension("lastGivenUnknown", new CodeType(reason.code()))));
        course.nextDue().ifPresent(due -> supply.addExtension("nextDue", new DateTimeType(Words.fhir(due))));
        course.until().ifPresent(until -> supply.addExtension("supplyUntil", new DateTimeType(Words.fhir(until))));
        chart.letter().sender().getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE)
                .findFirst()
                .map(ContactPoint::copy)
                .ifPresent(contact -> supply.addExtension("verify", contact));
        return supply;
    }

    private static String phase(MedicationRequest order) {
        return Optional.ofNullable(order.getExtensionByUrl(BASE + "ihrp-moud-phase"))
                .map(Extension::getValue)
                .map(Words::value)
                .orElse("");
    }
}
