package org.manypaths.handoff.section;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.manypaths.handoff.Holds;
import org.manypaths.handoff.gap.Gap;

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
        List<CareTeam> teams = chart.holding(CareTeam.class).toList();
        for (CareTeam team : teams) {
            draft.grid(
                            "The team",
                            List.of("Who", "Does what", "At", "Telephone"),
                            team.getParticipant().stream()
                                    .filter(member -> Holds.during(member.getPeriod(), chart.asOf()))
                                    .map(member -> row(member, names))
                                    .toList())
                    .entry(team);
            held(team, names, draft);
        }
        if (teams.isEmpty()) {
            draft.say("No team is told here.");
        }
        VisitWords.write(chart, draft);
        gap(chart, draft);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static List<String> row(CareTeamParticipantComponent member, Names names) {
        return List.of(
                names.of(member.getMember()),
                Names.role(member),
                names.organization(member),
                names.phone(member.getMember()));
    }

    /** Whoever holds the team together, where it says so. */
    private static void held(CareTeam team, Names names, SectionContent.Draft draft) {
        String places = Words.joined(
                "; ",
                team.getManagingOrganization().stream()
                        .map(place -> Words.joined(", ", Stream.of(names.of(place), names.phone(place)))));
        if (!places.isEmpty()) {
            draft.say("The team is held together by " + places + ".");
        }
    }

    private static void gap(Chart chart, SectionContent.Draft draft) {
        if (!(chart.letter().gap() instanceof Gap.Open open)) {
            return;
        }
        draft.say(GapWords.sentence(open, chart.asOf()));
        chart.letter().acknowledgedBy().ifPresent(who -> draft.say(who + " knows of the gap and sends all the same."));
        chart.letter().outreach().ifPresent(outreach -> draft.say(GapWords.sentence(outreach)));
    }
}
