package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatingTimeTest {

    @ParameterizedTest
    @CsvSource({
        "'','',2026-01-01T00:00:00Z,true",
        "2026-01-01T00:00:00Z,'',2025-12-31T23:59:59Z,false",
        "2026-01-01T00:00:00Z,'',2026-01-01T00:00:00Z,true",
        "'',2026-01-01T00:00:00Z,2025-12-31T23:59:59Z,true",
        "'',2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,false",
        "'',2020,2020-12-31T12:00:00Z,true",
        "'',2020,2021-01-02T12:00:00Z,false",
        "'',2020-02,2020-02-29T12:00:00Z,true",
        "'',2020-02,2020-03-02T12:00:00Z,false"
    })
    void holdsFromItsFirstMomentToBeforeItsLast(String from, String until, Instant now, boolean holds) {
        TreatingTime time = TreatingTime.of(period(from, until));
        assertThat(time.includes(now)).isEqualTo(holds);
        assertThat(TreatingTime.of(time.text())).isEqualTo(time);
    }

    @Test
    void isWhenBothHold() {
        TreatingTime team = TreatingTime.of(period("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"));
        TreatingTime member = TreatingTime.of(period("2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"));
        assertThat(team.and(member).text()).isEqualTo("treats 1769904000/1772323200");
        assertThat(team.and(TreatingTime.ALWAYS)).isEqualTo(team);
    }

    @Test
    void isReadFromTheTeamAndItsMember() {
        CareTeam team = new CareTeam().setStatus(CareTeam.CareTeamStatus.ACTIVE);
        team.addManagingOrganization(new Reference("Organization/a"));
        team.addParticipant().setMember(new Reference("Organization/b")).setPeriod(period("", "1970-01-01T00:01:00Z"));
        assertThat(LinkRules.links(team))
                .extracting(Coding::getSystem, Coding::getCode)
                .containsExactlyInAnyOrder(
                        tuple("Organization/a", "treats"),
                        tuple("Organization/b", "treats /60"),
                        tuple("Organization/b", "treats-at-times"));
    }

    @Test
    void isReadFromAnEpisodeAndAnEncounter() {
        Period period = period("", "1970-01-01T00:01:00Z");
        EpisodeOfCare episode = new EpisodeOfCare().setStatus(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
        episode.setManagingOrganization(new Reference("Organization/a")).setPeriod(period);
        Encounter encounter = new Encounter().setStatus(Encounter.EncounterStatus.INPROGRESS);
        encounter.setServiceProvider(new Reference("Organization/a")).setPeriod(period);
        assertThat(LinkRules.links(episode)).extracting(Coding::getCode).contains("treats /60");
        assertThat(LinkRules.links(encounter)).extracting(Coding::getCode).contains("treats /60");
    }

    private static Period period(String from, String until) {
        Period period = new Period();
        if (!from.isEmpty()) {
            period.setStartElement(new DateTimeType(from));
        }
        if (!until.isEmpty()) {
            period.setEndElement(new DateTimeType(until));
        }
        return period;
    }
}
