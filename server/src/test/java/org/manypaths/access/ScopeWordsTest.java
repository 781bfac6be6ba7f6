package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Recipients;

class ScopeWordsTest {

    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Set<InformationKind> TWO = Set.of(InformationKind.MENTAL_HEALTH, InformationKind.OPIOID_USE);

    @Test
    void saysWhatIsLetOutForWhatAndUntilWhen() {
        assertThat(words(Optional.of(JUNE), List.of(scope(Set.of(), TWO)), List.of()))
                .isEqualTo("for treatment: opioid use, mental health; ends 2026-06-01T00:00:00Z");
        assertThat(words(Optional.empty(), List.of(scope(Set.of("Goal", "CarePlan"), TWO)), List.of()))
                .isEqualTo("for treatment: opioid use, mental health in CarePlan, Goal");
    }

    @Test
    void saysOfWhatTime() {
        ConsentScope between = new ConsentScope(
                TWO, Set.of(Purpose.TREATMENT), new Recipients.Anybody(), Optional.of(MAY), Optional.of(JUNE));
        assertThat(words(Optional.empty(), List.of(between), List.of()))
                .endsWith("mental health from 2026-05-01T00:00:00Z until 2026-06-01T00:00:00Z");
    }

    @Test
    void neverSaysThatAnythingIsKeptBack() {
        List<ConsentScope> permits = List.of(scope(Set.of(), TWO));
        ConsentScope denied = scope(Set.of(), Set.of(InformationKind.MENTAL_HEALTH));
        assertThat(words(Optional.empty(), permits, List.of(denied))).isEqualTo("for treatment: opioid use");
        ConsentScope inSome = scope(Set.of("Goal"), Set.of(InformationKind.MENTAL_HEALTH));
        assertThat(words(Optional.empty(), permits, List.of(inSome))).contains("mental health");
    }

    @Test
    void saysNothingOfWhatOthersReceive() {
        ConsentScope others = new ConsentScope(
                Set.of(InformationKind.HIV),
                Set.of(Purpose.TREATMENT),
                new Recipients.Named(Set.of("clinic")),
                Optional.empty(),
                Optional.empty());
        assertThat(words(Optional.empty(), List.of(scope(Set.of(), TWO), others), List.of()))
                .isEqualTo("for treatment: opioid use, mental health");
    }

    @Test
    void leavesWhatIsKeptBackFromOthersAlone() {
        ConsentScope fromOthers = new ConsentScope(
                Set.of(InformationKind.MENTAL_HEALTH),
                Set.of(Purpose.TREATMENT),
                new Recipients.Named(Set.of("clinic")),
                Optional.empty(),
                Optional.empty());
        assertThat(words(Optional.empty(), List.of(scope(Set.of(), TWO)), List.of(fromOthers)))
                .isEqualTo("for treatment: opioid use, mental health");
    }

    private static ConsentScope scope(Set<String> types, Set<InformationKind> kinds) {
        return new ConsentScope(
                types, kinds, Set.of(Purpose.TREATMENT), new Recipients.Anybody(), Optional.empty(), Optional.empty());
    }

    private static String words(Optional<Instant> ends, List<ConsentScope> permits, List<ConsentScope> denies) {
        ConsentRecord.Lifecycle lifecycle =
                new ConsentRecord.Lifecycle(Optional.of(MAY), ends, Optional.empty(), Optional.empty(), false);
        return ScopeWords.of(
                new ConsentRecord("c", "rosa", Set.of("home"), lifecycle, Set.of(), permits, denies, Set.of()),
                "hospital");
    }
}
