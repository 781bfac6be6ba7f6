package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manypaths.assessment.StageOfChange.Series;

class StandingRulesTest {

    private static final Series ALCOHOL = new Series("alcohol", "", "clinician");
    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T10:00:00Z");

    @Test
    void holdsNothingOfNothing() {
        assertThat(StandingRules.current(List.of())).isEmpty();
    }

    @Test
    void holdsTheLaterFindingWhateverTheOrderOfArrival() {
        StageOfChange later = stage("a", ALCOHOL, TUESDAY, 1);
        StageOfChange arrivedLast = stage("b", ALCOHOL, MONDAY, 2);
        assertThat(StandingRules.current(List.of(later, arrivedLast))).containsExactly(later);
        assertThat(StandingRules.current(List.of(arrivedLast, later))).containsExactly(later);
    }

    @Test
    void holdsTheLaterPublishedOfTwoFoundAtOneTime() {
        StageOfChange early = new StageOfChange("a", ALCOHOL, MONDAY, MONDAY, 2);
        StageOfChange late = new StageOfChange("b", ALCOHOL, MONDAY, TUESDAY, 1);
        assertThat(StandingRules.current(List.of(early, late))).containsExactly(late);
    }

    @Test
    void prefersAPublishedOneToOneThatWasNeverPublished() {
        StageOfChange unpublished = stage("a", ALCOHOL, MONDAY, 2);
        StageOfChange published = new StageOfChange("b", ALCOHOL, MONDAY, MONDAY, 1);
        assertThat(StandingRules.current(List.of(unpublished, published))).containsExactly(published);
    }

    @Test
    void holdsTheLaterStoredOfTwoThatAreOtherwiseEqual() {
        StageOfChange first = stage("b", ALCOHOL, MONDAY, 1);
        StageOfChange second = stage("a", ALCOHOL, MONDAY, 2);
        assertThat(StandingRules.current(List.of(first, second))).containsExactly(second);
    }

    @Test
    void holdsOneForEachSubstanceDirectionAndRater() {
        List<StageOfChange> apart = List.of(
                stage("a", ALCOHOL, MONDAY, 1),
                stage("b", new Series("opioids", "", "clinician"), MONDAY, 2),
                stage("c", new Series("alcohol", "moderation", "clinician"), MONDAY, 3),
                stage("d", new Series("alcohol", "", "person"), TUESDAY, 4));
        assertThat(StandingRules.current(apart)).containsExactlyInAnyOrderElementsOf(apart);
    }

    private static StageOfChange stage(String name, Series series, Instant effective, long arrival) {
        return new StageOfChange(name, series, effective, Instant.MIN, arrival);
    }
}
