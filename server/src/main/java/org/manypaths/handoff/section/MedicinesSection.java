package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gap.Course;
import org.manypaths.handoff.gate.Passage;

/** Each medicine with what the next prescriber must know within minutes; or why there is none. */
final class MedicinesSection implements Section {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";
    private static final Set<String> WITH_A_MEDICINE = Set.of("opioids", "alcohol", "nicotine");

    @Override
    public SectionCode code() {
        return SectionCode.MEDICINES;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        chart.courses().forEach(course -> medicine(course, chart, draft));
        chart.ended().forEach(course -> ended(course, chart, draft));
        List<MedicationStatement> taken = chart.all(MedicationStatement.class).toList();
        taken.forEach(statement -> draft.say("The person tells of taking " + Words.value(statement.getMedication())
                        + ", as told on " + Words.time(statement.getDateAssertedElement()) + ".")
                .entry(statement));
        List<Observation> others =
                stances(chart).filter(stance -> isOnNoneOf(chart, stance)).toList();
        others.forEach(stance -> stance(stance, chart, draft));
        if (chart.courses().isEmpty()) {
            none(chart, draft, others);
        }
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static void medicine(Course course, Chart chart, SectionContent.Draft draft) {
        MedicationRequest order = course.order();
        draft.facts(name(order, chart), facts(course, chart)).entry(order);
        stances(chart)
                .filter(stance -> isOn(chart.line(course), stance, chart))
                .limit(1)
                .forEach(stance -> stance(stance, chart, draft));
        course.lastGiven().ifPresent(draft::entry);
        SupplyWords.dispense(course, chart).ifPresent(draft::entry);
        draft.extension(supply(course, chart));
    }

    /** On the order, or on one in whose place it came. */
    private static boolean isOn(List<MedicationRequest> line, Observation stance, Chart chart) {
        return stance.getFocus().stream()
                .anyMatch(focus -> chart.find(focus).filter(line::contains).isPresent());
    }

    private static boolean isOnNoneOf(Chart chart, Observation stance) {
        return chart.courses().stream().noneMatch(course -> isOn(chart.line(course), stance, chart));
    }

    private static void ended(Course course, Chart chart, SectionContent.Draft draft) {
        MedicationRequest order = course.order();
        String dose = course.lastGiven()
                .map(last -> "The last dose was given on " + given(last, order, chart))
                .orElse("When the last dose was given is not told");
        draft.say(name(order, chart) + " was ordered and has ended. " + dose + ".")
                .entry(order);
        course.lastGiven().ifPresent(draft::entry);
    }

    private static List<Block.Fact> facts(Course course, Chart chart) {
        List<Block.Fact> facts = new ArrayList<>();
        MedicationRequest order = course.order();
        GoalsSection.add(
                facts,
                "Dose",
                Words.joined("; ", order.getDosageInstruction().stream().map(Dosage::getText)));
        GoalsSection.add(facts, "Phase", phase(order));
        GoalsSection.add(facts, "Prescribed by", new Names(chart).of(order.getRequester()));
        GoalsSection.add(
                facts,
                "Last dose given",
                course.lastGiven()
                        .map(dose -> given(dose, order, chart))
                        .orElseGet(() -> "Not known: " + unknown(course, chart).sentence()));
        GoalsSection.add(facts, "Next dose", SupplyWords.next(course, chart.asOf()));
        GoalsSection.add(facts, "Supply", SupplyWords.until(course, chart.asOf()));
        GoalsSection.add(
                facts,
                "Handed over",
                SupplyWords.dispense(course, chart).map(SupplyWords::handedOver).orElse(""));
        GoalsSection.add(facts, "To verify, at any hour", verify(chart));
        return facts;
    }

    private static String given(MedicationAdministration dose, MedicationRequest order, Chart chart) {
        String before = chart.find(dose.getRequest())
                .filter(MedicationRequest.class::isInstance)
                .map(MedicationRequest.class::cast)
                .filter(given -> given != order)
                .map(given -> "under the order before this one, " + name(given, chart))
                .orElse("");
        String who = new Names(chart)
                .all(dose.getPerformer().stream()
                        .map(performer -> performer.getActor())
                        .toList());
        String seen = dose.hasExtension(BASE + "ihrp-witnessed")
                ? "seen: "
                        + Words.value(
                                dose.getExtensionByUrl(BASE + "ihrp-witnessed").getValue())
                : "";
        String amount = dose.getDosage().hasText()
                ? dose.getDosage().getText()
                : Words.quantity(dose.getDosage().getDose());
        return Words.joined("; ", Stream.of(Words.value(dose.getEffective()), amount, who, seen, before));
    }

    private static String verify(Chart chart) {
        String phones = Words.phones(chart.letter().sender().getTelecom());
        return chart.letter().sender().getName() + ": " + (phones.isEmpty() ? "no number is recorded" : phones);
    }

    /** Why no dose is told, by the codes of {@code ihrp-supply-unknown}. */
    private static DoseUnknown unknown(Course course, Chart chart) {
        boolean keptBack = chart.keepsBack(MedicationAdministration.class::isInstance);
        boolean recorded = chart.all(MedicationAdministration.class).anyMatch(dose -> chart.find(dose.getRequest())
                .filter(course.order()::equals)
                .isPresent());
        if (keptBack) {
            return DoseUnknown.WITHHELD;
        }
        if (recorded) {
            return DoseUnknown.NOT_RECORDED;
        }
        return course.order().hasReportedReference() || isReported(course.order())
                ? DoseUnknown.GIVEN_ELSEWHERE
                : DoseUnknown.NOT_GIVEN_HERE;
    }

    private static boolean isReported(MedicationRequest order) {
        return order.hasReportedBooleanType() && order.getReportedBooleanType().booleanValue();
    }

    /** The same for programs: hc-3 of the model. */
    private static Extension supply(Course course, Chart chart) {
        Extension supply = new Extension(BASE + "ihrp-medicine-supply");
        supply.addExtension("medicine", new Reference(Passage.key(course.order())));
        course.lastGiven()
                .ifPresentOrElse(
                        dose -> supply.addExtension("lastGiven", new Reference(Passage.key(dose))),
                        () -> supply.addExtension(
                                "lastGivenUnknown",
                                new CodeType(unknown(course, chart).code())));
        course.nextDue().ifPresent(due -> supply.addExtension("nextDue", new DateTimeType(Words.fhir(due))));
        course.until().ifPresent(until -> supply.addExtension("supplyUntil", new DateTimeType(Words.fhir(until))));
        chart.letter().sender().getTelecom().stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE)
                .findFirst()
                .map(ContactPoint::copy)
                .ifPresent(contact -> supply.addExtension("verify", contact));
        return supply;
    }

    private static void none(Chart chart, SectionContent.Draft draft, List<Observation> stances) {
        if (chart.keepsBack(MedicinesSection::isAboutMedicine)) {
            draft.say("Nothing about medicines is told here. That does not say that there are none: ask the person.");
            return;
        }
        NoMedicine reason = reason(chart, stances);
        draft.say("No medicine. " + reason.sentence())
                .extension(new Extension(BASE + "ihrp-no-medicine", new CodeType(reason.code())));
    }

    private static NoMedicine reason(Chart chart, List<Observation> stances) {
        boolean declined = stances.stream()
                .anyMatch(stance -> stance.getValue() instanceof CodeableConcept concept
                        && concept.hasCoding(Canonical.BASE + "/CodeSystem/ihrp-medication-buy-in", "declined"));
        if (declined) {
            return NoMedicine.DECLINED;
        }
        if (!chart.ended().isEmpty()) {
            return NoMedicine.ENDED;
        }
        Set<String> substances = chart.observations("substance-use").stream()
                .flatMap(use -> Substances.codes(use).stream())
                .collect(Collectors.toSet());
        boolean none = !substances.isEmpty() && substances.stream().noneMatch(WITH_A_MEDICINE::contains);
        return none ? NoMedicine.NOT_INDICATED : NoMedicine.NOT_OFFERED;
    }

    private static boolean isAboutMedicine(Resource record) {
        return record.fhirType().startsWith("Medication")
                || (record instanceof Observation observation
                        && observation.getCode().hasCoding(Chart.OBSERVATION, "medication-buy-in"));
    }

    private static Stream<Observation> stances(Chart chart) {
        return chart.observations("medication-buy-in").stream();
    }

    private static void stance(Observation stance, Chart chart, SectionContent.Draft draft) {
        String medicine = UseSection.part(stance, "medicine");
        draft.say(Words.joined(
                                ". ",
                                Stream.of(
                                        "The person’s own stance" + (medicine.isEmpty() ? "" : " on " + medicine) + ": "
                                                + Words.answer(stance) + ", told on "
                                                + Words.time(stance.getEffective()),
                                        named(
                                                "Said back in their own words",
                                                UseSection.part(stance, "medication-understanding")),
                                        named("Concerns", UseSection.part(stance, "concern")),
                                        named("Declined because", UseSection.part(stance, "reason-declined"))))
                        + ".")
                .entry(stance);
        new Voice(chart).quote(draft, stance.getNote());
    }

    private static String named(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value;
    }

    private static String phase(MedicationRequest order) {
        return Optional.ofNullable(order.getExtensionByUrl(BASE + "ihrp-moud-phase"))
                .map(Extension::getValue)
                .map(Words::value)
                .orElse("");
    }

    static String name(MedicationRequest order, Chart chart) {
        Type medication = order.getMedication();
        if (!(medication instanceof Reference reference)) {
            return Words.value(medication);
        }
        return chart.find(List.of(reference), Medication.class).stream()
                .map(product -> Words.concept(product.getCode()))
                .findFirst()
                .or(() -> Optional.ofNullable(reference.getDisplay()))
                .orElse("A medicine whose name is not told");
    }
}
