package org.manypaths.handoff.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.handoff.gap.Course;

/** What the person thinks of a medicine, in their own words; the latest first. */
final class StanceWords {

    private final Chart chart;

    StanceWords(Chart chart) {
        this.chart = chart;
    }

    /** The latest on an order, or on one in whose place it came. */
    Optional<Observation> on(Course course) {
        List<MedicationRequest> line = chart.line(course);
        return all().filter(stance -> isOn(line, stance)).findFirst();
    }

    /** Those that are on none of the orders that stand. */
    List<Observation> onNoneThatStands() {
        return all().filter(stance -> chart.courses().stream().noneMatch(course -> isOn(chart.line(course), stance)))
                .toList();
    }

    private Stream<Observation> all() {
        return chart.observations("medication-buy-in").stream();
    }

    private boolean isOn(List<MedicationRequest> line, Observation stance) {
        return stance.getFocus().stream()
                .anyMatch(focus -> chart.find(focus).filter(line::contains).isPresent());
    }

    void write(Observation stance, SectionContent.Draft draft) {
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
}
