package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.RescueNaloxone;

/** What keeps the person alive in the days after: tolerance, naloxone, company, past overdoses, suicide, responders. */
final class SafetySection implements Section {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";
    private static final String SYSTEM = Canonical.BASE + "/CodeSystem/";

    @Override
    public SectionCode code() {
        return SectionCode.SAFETY;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        risk(chart, draft);
        naloxone(chart, draft);
        company(chart, draft);
        overdoses(chart, draft);
        SuicideRisk.write(chart, draft);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static void risk(Chart chart, SectionContent.Draft draft) {
        List<RiskAssessment> risks = chart.holding(RiskAssessment.class)
                .filter(risk ->
                        risk.hasExtension(BASE + "ihrp-overdose-basis") || risk.hasExtension(BASE + "ihrp-substance"))
                .sorted((one, other) -> chart.since(other).compareTo(chart.since(one)))
                .toList();
        List<RiskAssessment> latest = List.copyOf(Substances.firstOfEach(risks).values());
        for (RiskAssessment risk : latest) {
            List<Block.Fact> facts = new ArrayList<>();
            RiskAssessment judged = judged(risk, risks);
            GoalsSection.add(
                    facts,
                    "Risk of an overdose",
                    level(judged)
                            + (judged == risk
                                    ? ""
                                    : ", judged " + Words.time(judged.getOccurrence()) + " and not told since"));
            GoalsSection.add(facts, "Used again since", usedAgain(chart, risk));
            GoalsSection.add(facts, "Tolerance", part(risk, "tolerance"));
            GoalsSection.add(facts, "Last use that this judgement knew of", part(risk, "lastUse"));
            GoalsSection.add(
                    facts,
                    "Judged",
                    Words.joined(
                            ", ",
                            Stream.of(Words.value(risk.getOccurrence()), new Names(chart).of(risk.getPerformer()))));
            GoalsSection.add(facts, "What lowers it", risk.getMitigation());
            draft.facts("Overdose: " + Substances.name(risk), facts)
                    .entry(judged)
                    .entry(risk);
        }
        if (latest.isEmpty()) {
            draft.say("No judgement of overdose risk is told here. After days without use, tolerance is lost: a usual "
                    + "amount can kill.");
        }
    }

    /** The latest about the same that says how high the risk is; a later one that does not say it takes nothing back. */
    private static RiskAssessment judged(RiskAssessment latest, List<RiskAssessment> newestFirst) {
        return newestFirst.stream()
                .filter(risk -> Substances.key(risk).equals(Substances.key(latest)))
                .filter(risk -> !level(risk).isEmpty())
                .findFirst()
                .orElse(latest);
    }

    private static String level(RiskAssessment risk) {
        return Words.joined(
                ", ",
                risk.getPrediction().stream()
                        .map(RiskAssessmentPredictionComponent::getQualitativeRisk)
                        .filter(CodeableConcept.class::isInstance)
                        .map(Words::value));
    }

    private static String part(RiskAssessment risk, String name) {
        return Optional.ofNullable(risk.getExtensionByUrl(BASE + "ihrp-overdose-basis"))
                .map(basis -> basis.getExtensionByUrl(name))
                .map(Extension::getValue)
                .map(Words::value)
                .orElse(name.equals("tolerance") ? "not told" : "");
    }

    /** A judgement grows old with the next use: it is told beside it, and not two sections later. */
    private static String usedAgain(Chart chart, RiskAssessment risk) {
        return Words.joined(
                ", ",
                chart.observations("return-to-use-event").stream()
                        .filter(event -> Substances.key(event).equals(Substances.key(risk)))
                        .filter(event -> chart.since(event).isAfter(chart.since(risk)))
                        .map(event -> Words.time(event.getEffective())));
    }

    private static void naloxone(Chart chart, SectionContent.Draft draft) {
        List<Procedure> kits = chart.holding(Procedure.class)
                .filter(done -> done.getCode().hasCoding(SYSTEM + "ihrp-harm-reduction-service", "naloxone-kit"))
                .toList();
        List<MedicationDispense> dispensed = chart.holding(MedicationDispense.class)
                .filter(dispense -> RescueNaloxone.isIn(dispense, chart::find))
                .toList();
        kits.forEach(kit -> draft.say("Naloxone with training: " + Words.time(kit.getPerformed()) + "."));
        dispensed.forEach(
                kit -> draft.say("Naloxone handed over: " + Words.time(kit.getWhenHandedOverElement()) + "."));
        if (kits.isEmpty() && dispensed.isEmpty()) {
            draft.say("Whether the person has naloxone is not told here. Ask, and give it.");
        }
        List<Procedure> trained = chart.holding(Procedure.class)
                .filter(done -> done.getCode().hasCoding(SYSTEM + "ihrp-education-topic", "overdose-response"))
                .toList();
        for (Procedure procedure : trained) {
            String who = Words.joined(
                    ", ",
                    procedure.getExtensionsByUrl(BASE + "ihrp-education-recipient").stream()
                            .flatMap(recipient -> recipient.getExtensionsByUrl("who").stream())
                            .map(Extension::getValue)
                            .filter(Reference.class::isInstance)
                            .map(person -> new Names(chart).of((Reference) person)));
            draft.say("Knows what to do in an overdose: " + (who.isEmpty() ? "taught" : who) + ", "
                    + Words.time(procedure.getPerformed()) + ".");
        }
        draft.entries(kits).entries(dispensed).entries(trained);
    }

    private static void company(Chart chart, SectionContent.Draft draft) {
        List<Observation> uses = chart.observations("substance-use");
        Map<String, Observation> latest = Substances.firstOfEach(uses);
        List<Observation> told = List.copyOf(Substances.firstOfEach(uses.stream()
                        .filter(use -> !UseSection.part(use, "company").isEmpty())
                        .toList())
                .values());
        told.forEach(use -> draft.say("Company when using " + Substances.name(use) + ": "
                + UseSection.part(use, "company").toLowerCase(Locale.ENGLISH)
                + (isChanging(use) ? ", sometimes alone, sometimes not" : "")
                + (latest.containsValue(use) ? "." : ", as told on " + Words.time(use.getEffective()) + ".")));
        if (told.isEmpty()) {
            draft.say("Whether the person uses alone is not told here.");
        }
        draft.entries(told);
    }

    private static boolean isChanging(Observation use) {
        return Chart.parts(use, "company")
                .anyMatch(company -> company.getValue() instanceof CodeableConcept concept
                        && concept.hasCoding(SYSTEM + "ihrp-use-company", "varies"));
    }

    private static void overdoses(Chart chart, SectionContent.Draft draft) {
        List<Observation> events = chart.observations("overdose-event");
        draft.grid(
                "Past overdoses",
                List.of(
                        "When",
                        "Substance",
                        "Intended?",
                        "Naloxone given?",
                        "Was somebody with them?",
                        "Emergency service called?"),
                events.stream()
                        .map(event -> List.of(
                                Words.time(event.getEffective()),
                                Substances.name(event),
                                UseSection.part(event, "intent"),
                                UseSection.part(event, "naloxone-given"),
                                UseSection.part(event, "witnessed"),
                                UseSection.part(event, "emergency-called")))
                        .toList());
        if (events.isEmpty()) {
            draft.say("No past overdose is told here. That does not say that there was none.");
        }
        events.forEach(event -> new Voice(chart).quote(draft, event.getNote()));
        draft.entries(events);
    }
}
