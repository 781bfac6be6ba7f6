package org.manypaths.handoff.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapRulesTest {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-01-19T09:30:00-05:00");
    private static final Supply FILMS = new Supply("films", Optional.of(MONDAY));

    @Test
    void noMedicineNeedsNoBridge() {
        assertThat(GapRules.find(List.of(), List.of())).isEqualTo(new Gap.NothingToBridge());
    }

    @Test
    void aVisitBeforeTheSupplyEndsBridges() {
        OffsetDateTime friday = MONDAY.minusDays(3);
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(friday)))).isEqualTo(new Gap.Bridged(friday));
    }

    @Test
    void aVisitOnTheMinuteOfTheFirstMissingDoseBridges() {
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(MONDAY))).isOpen())
                .isFalse();
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(MONDAY.plusSeconds(1))))
                        .isOpen())
                .isTrue();
    }

    @Test
    void aVisitAfterTheSupplyLeavesAGapThatIsNamed() {
        OffsetDateTime later = MONDAY.plusDays(2);
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(later))))
                .isEqualTo(new Gap.Open("films", Optional.of(MONDAY), Optional.of(later), Optional.empty()));
    }

    @Test
    void noVisitLeavesAGapWithoutAnEnd() {
        assertThat(GapRules.find(List.of(FILMS), List.of()))
                .isEqualTo(new Gap.Open("films", Optional.of(MONDAY), Optional.empty(), Optional.empty()));
    }

    @Test
    void anUnknownSupplyBridgesNothing() {
        OffsetDateTime tomorrow = MONDAY.minusDays(6);
        assertThat(GapRules.find(List.of(new Supply("films", Optional.empty())), List.of(booked(tomorrow))))
                .isEqualTo(new Gap.Open("films", Optional.empty(), Optional.of(tomorrow), Optional.empty()));
    }

    @Test
    void theSupplyThatEndsFirstIsNamed() {
        Supply tablets = new Supply("tablets", Optional.of(MONDAY.minusDays(4)));
        assertThat(GapRules.find(List.of(FILMS, tablets), List.of(booked(MONDAY.minusDays(1)))))
                .isEqualTo(
                        new Gap.Open("tablets", tablets.until(), Optional.of(MONDAY.minusDays(1)), Optional.empty()));
    }

    @Test
    void aVisitThatWasKeptCountsBeforeAnEarlierOneThatIsOnlyBooked() {
        OffsetDateTime late = MONDAY.plusHours(1);
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(MONDAY.minusDays(2)), new Visit(late, true, true)))
                        .isOpen())
                .isTrue();
    }

    @Test
    void aVisitThatIsNotWithTheReceivingSideBridgesNothingAndIsNamed() {
        OffsetDateTime friday = MONDAY.minusDays(3);
        assertThat(GapRules.find(List.of(FILMS), List.of(new Visit(friday, true, false))))
                .isEqualTo(new Gap.Open("films", Optional.of(MONDAY), Optional.empty(), Optional.of(friday)));
        assertThat(GapRules.find(List.of(FILMS), List.of(new Visit(friday, true, false), booked(MONDAY.plusDays(1)))))
                .isEqualTo(
                        new Gap.Open("films", Optional.of(MONDAY), Optional.of(MONDAY.plusDays(1)), Optional.empty()));
    }

    @Test
    void theSameMomentInAnotherZoneIsTheSame() {
        OffsetDateTime inVienna = OffsetDateTime.parse("2026-01-19T15:30:00+01:00");
        assertThat(GapRules.find(List.of(FILMS), List.of(booked(inVienna))).isOpen())
                .isFalse();
    }

    @Test
    void outreachHasAnOwnerAndThreeDeadlines() {
        Outreach outreach = new Outreach("Marcus Bell", MONDAY);
        assertThat(outreach.deadlines())
                .containsExactly(MONDAY.plusHours(24), MONDAY.plusHours(48), MONDAY.plusHours(72));
        assertThat(outreach.next(MONDAY)).contains(MONDAY.plusHours(24));
        assertThat(outreach.next(MONDAY.plusHours(24))).contains(MONDAY.plusHours(24));
        assertThat(outreach.next(MONDAY.plusHours(25))).contains(MONDAY.plusHours(48));
        assertThat(outreach.next(MONDAY.plusHours(73))).isEmpty();
        assertThat(outreach.passed(MONDAY)).isZero();
        assertThat(outreach.passed(MONDAY.plusHours(49))).isEqualTo(2);
    }

    private static Visit booked(OffsetDateTime at) {
        return new Visit(at, false, true);
    }
}
