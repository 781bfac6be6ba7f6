package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.transition.ClockRules.Before;
import org.manypaths.transition.ClockRules.Lapse;

class ClockRulesTest {

    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");
    private static final ClockRules RULES = new ClockRules(new TransitionSettings(
            List.of(Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(72)),
            Duration.ofHours(4),
            Duration.ofDays(30),
            Duration.ofMinutes(1)));

    @ParameterizedTest
    @CsvSource({
        "REQUESTED,UNSAID,24", "RECEIVED,RECEIVED,24", "ACCEPTED,UNSAID,24", "INPROGRESS,NOT_YET_REACHED,24",
        "ACCEPTED,VISIT_BOOKED,24", "INPROGRESS,VISIT_MISSED,24", "DRAFT,UNSAID,0", "ONHOLD,NOT_YET_REACHED,0",
        "INPROGRESS,VISIT_KEPT,0", "INPROGRESS,IN_CARE,0", "ACCEPTED,DECLINED_BY_PERSON,0", "REJECTED,SENT,0",
        "CANCELLED,OVERDUE,0", "COMPLETED,IN_CARE,0"
    })
    void waitsForWhatIsOpenAndForNothingElse(TaskStatus status, BusinessStatus business, long hours) {
        Optional<HandoffClock> clock =
                RULES.after(Optional.empty(), new HandoffState(status, business), NOON, Optional.empty());
        assertThat(clock.flatMap(HandoffClock::due))
                .isEqualTo(hours == 0 ? Optional.empty() : Optional.of(NOON.plus(Duration.ofHours(hours))));
    }

    @Test
    void waitsForABookedVisitUntilItsTime() {
        Instant visit = NOON.plus(Duration.ofDays(5));
        assertThat(RULES.after(Optional.empty(), booked(), NOON, Optional.of(visit))
                        .flatMap(HandoffClock::due))
                .contains(visit.plus(Duration.ofHours(4)));
    }

    @Test
    void asksAfterAVisitThatIsFarOffWithinTheHorizon() {
        Instant far = NOON.plus(Duration.ofDays(3650));
        Instant latest = NOON.plus(Duration.ofDays(30));
        HandoffClock clock =
                RULES.after(Optional.empty(), booked(), NOON, Optional.of(far)).orElseThrow();
        assertThat(clock.due()).contains(latest);
        assertThat(RULES.after(before(booked(), clock), booked(), NOON.plus(Duration.ofDays(20)), Optional.of(far)))
                .contains(clock);
        assertThat(RULES.lapse(booked(), clock, latest, Optional.of(far)).map(Lapse::overdue))
                .contains(true);
    }

    @Test
    void doesNotBeginAnewByOtherWordsForTheSameSilence() {
        HandoffState sent = new HandoffState(TaskStatus.REQUESTED, BusinessStatus.SENT);
        HandoffState received = new HandoffState(TaskStatus.REQUESTED, BusinessStatus.RECEIVED);
        HandoffState overdue = new HandoffState(TaskStatus.REQUESTED, BusinessStatus.OVERDUE);
        assertThat(RULES.after(before(sent, clock(24, 0)), received, NOON.plus(Duration.ofHours(20)), Optional.empty()))
                .contains(clock(24, 0));
        assertThat(RULES.after(before(overdue, clock(48, 1)), sent, NOON.plus(Duration.ofHours(25)), Optional.empty()))
                .contains(clock(48, 1));
    }

    @Test
    void staysTheSameWhenNothingMoves() {
        HandoffClock clock = clock(24, 0);
        assertThat(RULES.after(before(reach(), clock), reach(), NOON.plusSeconds(60), Optional.empty()))
                .contains(clock);
    }

    @Test
    void goesOnFromTheBeginningWhenSomebodyTried() {
        HandoffState tried = new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.CONTACT_TRIED);
        assertThat(RULES.after(before(reach(), clock(24, 0)), tried, NOON.plus(Duration.ofHours(30)), Optional.empty()))
                .contains(clock(48, 0));
    }

    @Test
    void givesAnotherDayToThoseWhoTryAfterAllDeadlines() {
        HandoffState overdue = new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.OVERDUE);
        HandoffClock late = new HandoffClock(NOON, Optional.empty(), 3);
        assertThat(RULES.after(before(overdue, late), reach(), NOON.plus(Duration.ofHours(80)), Optional.empty()))
                .contains(clock(104, 3));
    }

    @Test
    void beginsAnewWhenAVisitIsMissed() {
        HandoffState missed = new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.VISIT_MISSED);
        Instant later = NOON.plus(Duration.ofDays(2));
        assertThat(RULES.after(before(booked(), clock(52, 0)), missed, later, Optional.empty()))
                .contains(new HandoffClock(later, Optional.of(later.plus(Duration.ofHours(24))), 0));
    }

    @ParameterizedTest
    @CsvSource({"24,1,48", "47,1,48", "48,2,72", "72,3,0", "500,3,0"})
    void countsTheDeadlinesThatHavePassed(long hours, int passed, long next) {
        Lapse lapse = RULES.lapse(reach(), clock(24, 0), NOON.plus(Duration.ofHours(hours)), Optional.empty())
                .orElseThrow();
        assertThat(lapse.overdue()).isTrue();
        assertThat(lapse.clock())
                .isEqualTo(next == 0 ? new HandoffClock(NOON, Optional.empty(), passed) : clock(next, passed));
    }

    @Test
    void saysNothingASecondBeforeTheDeadline() {
        Instant before = NOON.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(RULES.lapse(reach(), clock(24, 0), before, Optional.empty())).isEmpty();
    }

    @Test
    void marksADeadlineOnce() {
        Instant late = NOON.plus(Duration.ofHours(25));
        Lapse first = RULES.lapse(reach(), clock(24, 0), late, Optional.empty()).orElseThrow();
        HandoffState overdue = new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.OVERDUE);
        assertThat(RULES.lapse(overdue, first.clock(), late, Optional.empty())).isEmpty();
        assertThat(RULES.lapse(overdue, first.clock(), NOON.plus(Duration.ofHours(49)), Optional.empty()))
                .map(lapse -> lapse.clock().passed())
                .contains(2);
    }

    @Test
    void movesWithAVisitThatWasPutOff() {
        Instant putOff = NOON.plus(Duration.ofDays(3));
        Lapse lapse = RULES.lapse(booked(), clock(24, 0), NOON.plus(Duration.ofHours(25)), Optional.of(putOff))
                .orElseThrow();
        assertThat(lapse.overdue()).isFalse();
        assertThat(lapse.clock().due()).contains(putOff.plus(Duration.ofHours(4)));
    }

    @Test
    void looksForThePersonFromTheVisitOn() {
        Instant visit = NOON.plus(Duration.ofHours(20));
        Instant due = NOON.plus(Duration.ofHours(24));
        Lapse lapse =
                RULES.lapse(booked(), clock(24, 0), due, Optional.of(visit)).orElseThrow();
        assertThat(lapse.overdue()).isTrue();
        assertThat(lapse.clock()).isEqualTo(new HandoffClock(due, Optional.of(due.plus(Duration.ofHours(24))), 0));
    }

    private static HandoffState reach() {
        return new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.NOT_YET_REACHED);
    }

    private static HandoffState booked() {
        return new HandoffState(TaskStatus.ACCEPTED, BusinessStatus.VISIT_BOOKED);
    }

    private static HandoffClock clock(long dueHours, int passed) {
        return new HandoffClock(NOON, Optional.of(NOON.plus(Duration.ofHours(dueHours))), passed);
    }

    private static Optional<Before> before(HandoffState state, HandoffClock clock) {
        return Optional.of(new Before(state, Optional.of(clock)));
    }
}
