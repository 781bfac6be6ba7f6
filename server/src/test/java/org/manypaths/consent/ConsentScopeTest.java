package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.consent.Samples.NOW;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.ConsentRecord.Lifecycle;

/** What is left of what a consent lets out where it keeps something back. */
class ConsentScopeTest {

    private static final Set<InformationKind> BOTH = Set.of(InformationKind.MENTAL_HEALTH, InformationKind.OPIOID_USE);
    private static final Set<InformationKind> MENTAL = Set.of(InformationKind.MENTAL_HEALTH);
    private static final Set<InformationKind> OPIOIDS = Set.of(InformationKind.OPIOID_USE);
    private static final Recipients HOSPITAL = new Recipients.Named(Set.of("hospital"));
    private static final Recipients CLINIC = new Recipients.Named(Set.of("clinic"));
    private static final Recipients ANYBODY = new Recipients.Anybody();

    @Test
    void losesWhatIsKeptBackAtAllTimes() {
        assertThat(scope(BOTH, ANYBODY).without(List.of(scope(MENTAL, ANYBODY))))
                .isEqualTo(scope(OPIOIDS, ANYBODY));
    }

    @Test
    void keepsWhatIsKeptBackInPartOnly() {
        List<ConsentScope> inPart = List.of(
                limited(Set.of("Goal"), false, false), limited(Set.of(), true, false), limited(Set.of(), false, true));
        assertThat(scope(BOTH, ANYBODY).without(inPart)).isEqualTo(scope(BOTH, ANYBODY));
    }

    @Test
    void tellsAnOrganisationWhatReachesIt() {
        ConsentRecord consent = consent(
                List.of(scope(BOTH, HOSPITAL), scope(BOTH, CLINIC), scope(BOTH, new Recipients.TreatingProviders())),
                List.of(scope(MENTAL, CLINIC), scope(Set.of(InformationKind.HIV), ANYBODY)));
        assertThat(consent.letsOutTo("hospital"))
                .containsExactly(scope(BOTH, HOSPITAL), scope(BOTH, new Recipients.TreatingProviders()));
        assertThat(consent.letsOutTo("clinic"))
                .containsExactly(scope(OPIOIDS, CLINIC), scope(OPIOIDS, new Recipients.TreatingProviders()));
    }

    @Test
    void tellsThePersonWhatIsLeftForEachRecipient() {
        ConsentRecord consent = consent(
                List.of(scope(BOTH, HOSPITAL), scope(BOTH, CLINIC)),
                List.of(scope(MENTAL, CLINIC), scope(OPIOIDS, ANYBODY)));
        assertThat(consent.letsOut()).containsExactly(scope(BOTH, HOSPITAL), scope(OPIOIDS, CLINIC));
    }

    @Test
    void keepsBackWhereNothingMayRestOnIt() {
        List<ConsentScope> denies = List.of(scope(MENTAL, ANYBODY));
        ConsentRecord consent = consent(List.of(scope(BOTH, ANYBODY)), denies).withoutPermits();
        assertThat(consent.permits()).isEmpty();
        assertThat(consent.denies()).isEqualTo(denies);
    }

    @Test
    void asksWhoTreatsOnlyWhereThatDecides() {
        RecordFacts plan = new RecordFacts(
                "rosa", "home", true, BOTH, Optional.empty(), Optional.empty(), false, Optional.empty());
        assertThat(asks(plan, scope(BOTH, HOSPITAL), scope(MENTAL, ANYBODY))).isFalse();
        assertThat(asks(plan, scope(BOTH, through(Set.of("clinic"))))).isFalse();
        assertThat(asks(plan, scope(BOTH, through(Set.of())))).isTrue();
        assertThat(asks(plan, scope(BOTH, HOSPITAL), scope(MENTAL, new Recipients.TreatingProviders())))
                .isTrue();
    }

    private static boolean asks(RecordFacts record, ConsentScope permit, ConsentScope... denies) {
        return ConsentRules.asksWhoTreats(record, List.of(consent(List.of(permit), List.of(denies))));
    }

    private static Recipients through(Set<String> participants) {
        return new Recipients.ThroughIntermediary("exchange", participants);
    }

    private static ConsentScope scope(Set<InformationKind> kinds, Recipients recipients) {
        return new ConsentScope(kinds, Set.of(Purpose.TREATMENT), recipients, Optional.empty(), Optional.empty());
    }

    private static ConsentScope limited(Set<String> types, boolean from, boolean until) {
        return new ConsentScope(
                types,
                MENTAL,
                Set.of(Purpose.TREATMENT),
                ANYBODY,
                from ? Optional.of(NOW) : Optional.empty(),
                until ? Optional.of(NOW) : Optional.empty());
    }

    private static ConsentRecord consent(List<ConsentScope> permits, List<ConsentScope> denies) {
        Lifecycle lifecycle =
                new Lifecycle(Optional.of(NOW), Optional.empty(), Optional.empty(), Optional.empty(), false);
        return new ConsentRecord("c", "rosa", Set.of("home"), lifecycle, Set.of(), permits, denies, Set.of());
    }
}
