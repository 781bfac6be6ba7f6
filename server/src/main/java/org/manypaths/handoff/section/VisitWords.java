package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.handoff.gap.Moments;

/**
 * The visits from the moment of the document on, in words.
 *
 * <p>What became of a visit is told as the record says it now, also where the document is told as of a moment before it,
 * and the section says so. The first visit is the one that the gap clock counts: one that was kept, else one that is
 * booked, with the receiving side. Those that were missed are told beside it and bridge nothing; so do those of which the
 * record does not say that they are with the receiving side.
 */
final class VisitWords {

    private VisitWords() {}

    static void write(Chart chart, SectionContent.Draft draft) {
        List<Appointment> ahead = chart.all(Appointment.class)
                .filter(visit -> start(visit, chart).isAfter(chart.asOf()))
                .sorted(Comparator.comparing(visit -> start(visit, chart), OffsetDateTime.timeLineOrder()))
                .toList();
        List<Appointment> missed = ahead.stream().filter(Visits::wasMissed).toList();
        List<Appointment> counted = ahead.stream()
                .filter(chart.receivingSide()::takesPartIn)
                .filter(Visits::mayTakePlace)
                .toList();
        Optional<Appointment> kept = counted.stream().filter(Visits::wasKept).findFirst();
        Optional<Appointment> first = kept.or(() -> counted.stream().findFirst());
        missed.forEach(visit -> draft.say("A visit was booked for " + told(visit, chart) + ". It was missed.")
                .entry(visit));
        first.ifPresent(visit -> draft.say((missed.isEmpty() ? "First appointment: " : "Next appointment: ")
                        + told(visit, chart) + ". " + (kept.isPresent() ? "The person came." : ""))
                .entry(visit));
        String recipient = chart.letter().recipient().getName();
        List<Appointment> others = ahead.stream()
                .filter(visit -> Visits.mayTakePlace(visit) && !counted.contains(visit))
                .toList();
        others.forEach(visit -> draft.say("Another appointment: " + told(visit, chart)
                        + ". The record does not say that it is with " + recipient + ".")
                .entry(visit));
        if (first.isEmpty()) {
            draft.say("No " + (missed.isEmpty() ? "" : "other ") + "appointment "
                    + (others.isEmpty() ? "" : "with " + recipient + " ") + "from this moment on is told here.");
        }
        if (!missed.isEmpty() || kept.isPresent()) {
            draft.say(
                    "What became of a visit is told as it is recorded now, also where that was after the moment of this "
                            + "document.");
        }
    }

    private static String told(Appointment visit, Chart chart) {
        String with = new Names(chart)
                .all(visit.getParticipant().stream()
                        .map(participant -> participant.getActor())
                        .filter(actor -> chart.find(actor)
                                .filter(Patient.class::isInstance)
                                .isEmpty())
                        .toList());
        return Words.time(visit.getStartElement()) + (with.isEmpty() ? "" : ", with " + with);
    }

    private static OffsetDateTime start(Appointment visit, Chart chart) {
        return Moments.start(visit.getStartElement(), chart.asOf().getOffset()).orElse(OffsetDateTime.MIN);
    }
}
