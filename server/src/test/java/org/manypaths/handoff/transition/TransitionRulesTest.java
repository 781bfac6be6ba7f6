package org.manypaths.handoff.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionRulesTest {

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, RECEIVED", "REQUESTED, ACCEPTED", "RECEIVED, ACCEPTED", "ACCEPTED, BOOKED", "BOOKED, MISSED",
        "MISSED, BOOKED", "BOOKED, BOOKED", "BOOKED, ATTENDED", "MISSED, ATTENDED", "ACCEPTED, ATTENDED"
    })
    void theReceivingSideGoesOn(Standing from, Standing to) {
        assertThat(TransitionRules.judge(from, Move.of(to, Side.RECIPIENT))).isEqualTo(Verdict.ALLOWED);
        assertThat(TransitionRules.judge(from, Move.of(to, Side.SENDER))).isEqualTo(Verdict.OTHER_SIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, COMPLETED", "REQUESTED, ATTENDED", "RECEIVED, BOOKED", "RECEIVED, REQUESTED", "ACCEPTED, MISSED",
        "ACCEPTED, REJECTED", "BOOKED, COMPLETED", "MISSED, COMPLETED", "ATTENDED, MISSED", "ATTENDED, CANCELLED"
    })
    void noSideLeapsOrGoesBack(Standing from, Standing to) {
        for (Side side : Side.values()) {
            assertThat(TransitionRules.judge(
                            from, Move.of(to, side).because("x").with("y")))
                    .isEqualTo(Verdict.NO_SUCH_MOVE);
        }
    }

    @Test
    void rejectingNeedsAReason() {
        Move reject = Move.of(Standing.REJECTED, Side.RECIPIENT);
        assertThat(TransitionRules.judge(Standing.RECEIVED, reject)).isEqualTo(Verdict.REASON_MISSING);
        assertThat(TransitionRules.judge(Standing.RECEIVED, reject.because(" ")))
                .isEqualTo(Verdict.REASON_MISSING);
        assertThat(TransitionRules.judge(Standing.RECEIVED, reject.because("No bed.")))
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void onlyTheSenderTakesItBackAndSaysWhy() {
        Move cancel = Move.of(Standing.CANCELLED, Side.SENDER);
        assertThat(TransitionRules.judge(Standing.BOOKED, cancel)).isEqualTo(Verdict.REASON_MISSING);
        assertThat(TransitionRules.judge(Standing.BOOKED, cancel.because("The person moved.")))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(TransitionRules.judge(
                        Standing.BOOKED,
                        Move.of(Standing.CANCELLED, Side.RECIPIENT).because("x")))
                .isEqualTo(Verdict.OTHER_SIDE);
    }

    @Test
    void completingNeedsAnOutcome() {
        Move complete = Move.of(Standing.COMPLETED, Side.RECIPIENT);
        assertThat(TransitionRules.judge(Standing.ATTENDED, complete)).isEqualTo(Verdict.OUTCOME_MISSING);
        assertThat(TransitionRules.judge(Standing.ATTENDED, complete.with("In care.")))
                .isEqualTo(Verdict.ALLOWED);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "REJECTED", "CANCELLED"})
    void whatIsClosedStaysClosed(Standing closed) {
        assertThat(Arrays.stream(Standing.values())
                        .map(to -> TransitionRules.judge(closed, Move.of(to, Side.RECIPIENT))))
                .containsOnly(Verdict.CLOSED);
    }

    @Test
    void noStandingIsAFailure() {
        assertThat(Arrays.stream(Standing.values()).map(Standing::status)).doesNotContain("failed");
    }

    @Test
    void silenceIsOverdueOnTheMinute() {
        Instant sent = Instant.parse("2026-01-12T14:45:00Z");
        assertThat(OverdueRules.isOverdue(Standing.REQUESTED, sent, sent.plusSeconds(86_399)))
                .isFalse();
        assertThat(OverdueRules.isOverdue(Standing.REQUESTED, sent, sent.plusSeconds(86_400)))
                .isTrue();
        assertThat(OverdueRules.due(Standing.COMPLETED, sent)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyOpenStandingEndsOneDay(Standing standing) {
        assertThat(OverdueRules.due(standing, Instant.EPOCH).isPresent()).isEqualTo(!standing.isClosed());
    }
}
