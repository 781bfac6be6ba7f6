package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an answer takes tells nothing of what was found. */
class EvenPaceTest {

    private static final long STEP = 20;

    private long now = 1_000;

    private final EvenPace pace = new EvenPace(STEP, () -> now, nanos -> now += nanos);

    @ParameterizedTest
    @CsvSource({"0, 20", "3, 20", "5, 20", "19, 20", "20, 40", "21, 40", "45, 60"})
    void answersAtTheNextFullStep(long work, long taken) {
        assertThat(pace.answer(() -> after(work))).isEqualTo("deny");
        assertThat(now - 1_000).isEqualTo(taken);
    }

    @Test
    void refusesAtTheNextFullStepToo() {
        assertThatThrownBy(() -> pace.answer(() -> {
                    after(7);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(now - 1_000).isEqualTo(STEP);
    }

    @Test
    void keepsInMindThatItWasInterrupted() {
        EvenPace interrupted = new EvenPace(STEP, () -> now, nanos -> {
            throw new InterruptedException();
        });
        assertThat(interrupted.answer(() -> "deny")).isEqualTo("deny");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void restsInEarnest() {
        long began = System.nanoTime();
        new EvenPace().answer(() -> "deny");
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(20_000_000L);
    }

    private String after(long work) {
        now += work;
        return "deny";
    }
}
