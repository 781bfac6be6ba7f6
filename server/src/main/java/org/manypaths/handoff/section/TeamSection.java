package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.Moments;
import org.manypaths.handoff.gap.Outreach;

/** Who is around the person, when they are seen next, and who looks for them should they not come. */
final class TeamSection implements Section {

    @Override
    public SectionCode code() {
        return SectionCode.TEAM;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        Names names = new Names(chart);
        List<CareTeam> teams = chart.all(CareTeam.class)
                .filter(team -> team.getStatus() == CareTeamStatus.ACTIVE)
                .toList();
        for (CareTeam team : teams) {
            draft.grid(
                            "The team",
                            List.of("Who", "Does what", "Telephone"),
                            team.getParticipant().stream()
                                    .map(member -> List.of(
                                            names.of(member.getMember()),
                                            Names.role(member),
                                            names.phone(member.getMember())))
                                    .toList())
                    .entry(team);
        }
        if (teams.isEmpty()) {
            draft.say("No team is told here.");
        }
        visit(chart, draft);
        gap(chart, draft);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    /** What became of a visit after the moment of the document is not known in it. */
    private static void visit(Chart chart, SectionContent.Draft draft) {
        List<Appointment> next = chart.all(Appointment.class)
                .filter(visit -> start(visit, chart).isAfter(chart.asOf()))
                .filter(Visits::mayTakePlace)
                .sorted(Comparator.comparing(visit -> start(visit, chart), OffsetDateTime.timeLineOrder()))
                .toList();
        if (next.isEmpty()) {
            draft.say("No first appointment is told here.");
            return;
        }
        Appointment first = next.get(0);
        String with = new Names(chart)
                .all(first.getParticipant().stream()
                        .map(participant -> participant.getActor())
                        .filter(actor -> chart.find(actor)
                                .filter(Patient.class::isInstance)
                                .isEmpty())
                        .toList());
        draft.say("First appointment: " + Words.time(first.getStartElement()) + (with.isEmpty() ? "" : ", with " + with)
                        + ".")
                .entry(first);
    }

    private static OffsetDateTime start(Appointment visit, Chart chart) {
        return Moments.start(visit.getStartElement(), chart.asOf().getOffset()).orElse(OffsetDateTime.MIN);
    }

    private static void gap(Chart chart, SectionContent.Draft draft) {
        if (!(chart.letter().gap() instanceof Gap.Open open)) {
            return;
        }
        String from = open.from().map(Words::minute).orElse("a moment that nobody knows");
        String until = open.visit().map(Words::minute).orElse("a visit that is not booked yet");
        draft.say(
                "There is a gap: " + open.medicine() + " lasts until " + from + ", the first visit is " + until + ".");
        chart.letter().acknowledgedBy().ifPresent(who -> draft.say(who + " knows of the gap and sends all the same."));
        chart.letter().outreach().ifPresent(outreach -> draft.say(looking(outreach)));
    }

    private static String looking(Outreach outreach) {
        return outreach.owner() + " looks for the person, who may be hard to reach and has done nothing wrong: by "
                + Words.joined(", by ", outreach.deadlines().stream().map(Words::minute)) + ".";
    }
}
