package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manypaths.access.Agreement.Kind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Relationships;

class AgreementsTest {

    private static final Relationships NOTHING = new Relationships(Set.of("clinic"), Set.of(), Set.of());

    @Test
    void holdFromTheirFirstDayToTheirLast() {
        Agreements agreements = agreements(Kind.SERVICE_ORGANIZATION);
        assertThat(services(agreements, "2026-01-31T23:59:59Z")).isEmpty();
        assertThat(services(agreements, "2026-02-01T00:00:00Z")).containsExactly("laboratory");
        assertThat(services(agreements, "2026-03-31T23:59:59Z")).containsExactly("laboratory");
        assertThat(services(agreements, "2026-04-01T00:00:00Z")).isEmpty();
    }

    @Test
    void areBetweenTheTwoThatTheyName() {
        Agreements agreements = agreements(Kind.SERVICE_ORGANIZATION);
        Instant during = Instant.parse("2026-02-15T00:00:00Z");
        assertThat(agreements.added(NOTHING, "detox", "laboratory", during)).isEqualTo(NOTHING);
        assertThat(agreements.added(NOTHING, "counselling", "hospital", during)).isEqualTo(NOTHING);
    }

    @Test
    void ofResearchAreNoneOfService() {
        Relationships known = agreements(Kind.RESEARCH)
                .added(NOTHING, "counselling", "laboratory", Instant.parse("2026-02-15T00:00:00Z"));
        assertThat(known).isEqualTo(new Relationships(Set.of("clinic"), Set.of(), Set.of(Purpose.RESEARCH)));
    }

    @Test
    void sayWhereTheDocumentIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Agreement(
                        Kind.RESEARCH, "counselling", "laboratory", LocalDate.EPOCH, Optional.empty(), " "))
                .withMessageContaining("which document it is");
    }

    private static Set<String> services(Agreements agreements, String moment) {
        return agreements
                .added(NOTHING, "counselling", "laboratory", Instant.parse(moment))
                .serviceOrganizations();
    }

    private static Agreements agreements(Kind kind) {
        return new Agreements(List.of(new Agreement(
                kind,
                "counselling",
                "laboratory",
                LocalDate.parse("2026-02-01"),
                Optional.of(LocalDate.parse("2026-03-31")),
                "Contract 17, in the safe")));
    }
}
