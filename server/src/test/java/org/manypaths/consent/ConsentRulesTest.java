package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.consent.Samples.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.ConsentRecord.Lifecycle;
import org.manypaths.consent.Decision.Reason;

class ConsentRulesTest {

    private static final Caller HOSPITAL =
            new Caller("hospital", RecipientKind.COVERED_ENTITY, Set.of(Purpose.values()), Set.of(), Optional.empty());
    private static final RecordFacts PLAN = record(InformationKind.SUBSTANCE_USE);

    @Nested
    class AConsentInTime {

        @Test
        void letsOutAtTheMomentOfItsSigning() {
            assertThat(ask(consentSigned(NOW)).isPermit()).isTrue();
        }

        @Test
        void letsOutNothingASecondBeforeItsSigning() {
            assertThat(ask(consentSigned(NOW.plusSeconds(1)))).isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void letsOutNothingAtTheMomentOfItsExpiry() {
            assertThat(ask(consent(life(Optional.of(NOW), Optional.empty()))))
                    .isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void letsOutASecondBeforeItsExpiry() {
            assertThat(ask(consent(life(Optional.of(NOW.plusSeconds(1)), Optional.empty())))
                            .isPermit())
                    .isTrue();
        }

        @Test
        void letsOutNothingFromTheMomentItIsRevoked() {
            assertThat(ask(consent(life(Optional.empty(), Optional.of(NOW)))))
                    .isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void isDeficientWhenItMixesProceedingsWithCare() {
            ConsentScope both =
                    scope(Set.of(InformationKind.SUBSTANCE_USE), Set.of(Purpose.PROCEEDINGS, Purpose.TREATMENT));
            assertThat(ConsentState.at(consent(life(Optional.empty(), Optional.empty()), both), NOW))
                    .isEqualTo(ConsentState.DEFICIENT);
        }
    }

    @Nested
    class ARecord {

        @Test
        void isKeptBackWhenOneOfItsKindsIsNotLetOut() {
            assertThat(ask(
                            consentSigned(NOW),
                            record(InformationKind.SUBSTANCE_USE, InformationKind.HIV),
                            Purpose.TREATMENT))
                    .isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void isKeptBackWhenNobodyCanSayWhatItTells() {
            assertThat(ask(consentSigned(NOW), record(), Purpose.TREATMENT)).isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void neverGoesToProceedingsOnAConsentForCare() {
            assertThat(ask(consentSigned(NOW), PLAN, Purpose.PROCEEDINGS)).isEqualTo(Decision.deny(Reason.PROCEEDINGS));
        }

        @Test
        void thatIsNotUnderPart2IsKeptFromThoseWhoDoNotTreatThePerson() {
            RecordFacts outside = outsidePart2();
            DisclosureRequest request =
                    new DisclosureRequest(HOSPITAL, Purpose.TREATMENT, outside, NOW, Optional.empty());
            Relationships treating = new Relationships(Set.of("hospital"), Set.of(), Set.of());
            Relationships none = new Relationships(Set.of(), Set.of(), Set.of());
            assertThat(ConsentRules.decide(request, List.of(), none)).isEqualTo(Decision.deny(Reason.NO_BASIS));
            assertThat(ConsentRules.decide(request, List.of(), treating)).isEqualTo(Decision.permit(Basis.NOT_PART2));
        }

        @Test
        void restsOnNoConsentWhenItIsNotUnderPart2() {
            RecordFacts outside = outsidePart2();
            assertThat(ask(consentSigned(NOW), outside, Purpose.TREATMENT)).isEqualTo(Decision.permit(Basis.NOT_PART2));
        }

        private static RecordFacts outsidePart2() {
            return new RecordFacts(
                    "mara",
                    "counselling",
                    false,
                    Set.of(InformationKind.SUBSTANCE_USE),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());
        }

        @Test
        void neverLeavesTheTeamInThePersonsPrivateWords() {
            RecordFacts words = new RecordFacts(
                    "mara",
                    "counselling",
                    true,
                    Set.of(InformationKind.SUBSTANCE_USE),
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.empty());
            assertThat(ask(consentSigned(NOW), words, Purpose.TREATMENT))
                    .isEqualTo(Decision.deny(Reason.PRIVATE_WORDS));
        }
    }

    @Nested
    class ACounsellingNote {

        private final RecordFacts note = record(InformationKind.COUNSELLING_NOTE);

        @Test
        void isNotLetOutByAConsentForAllCare() {
            ConsentScope all = scope(
                    Set.of(InformationKind.SUBSTANCE_USE, InformationKind.MENTAL_HEALTH), Set.of(Purpose.TREATMENT));
            assertThat(ask(consent(life(Optional.empty(), Optional.empty()), all), note, Purpose.TREATMENT))
                    .isEqualTo(Decision.deny(Reason.NO_BASIS));
        }

        @Test
        void isLetOutByAConsentOfItsOwn() {
            ConsentScope own = scope(Set.of(InformationKind.COUNSELLING_NOTE), Set.of(Purpose.TREATMENT));
            assertThat(ask(consent(life(Optional.empty(), Optional.empty()), own), note, Purpose.TREATMENT))
                    .isEqualTo(Decision.permitByConsent("c"));
        }
    }

    @Test
    void keepsBackNoRecordsOfAnotherThanTheOneForWhichItSpeaks() {
        ConsentRecord permits = consentSigned(NOW);
        assertThat(decide(List.of(permits, keepingBackOf("counselling")), PLAN, Purpose.TREATMENT))
                .isEqualTo(Decision.deny(Reason.DENIED_BY_CONSENT));
        assertThat(decide(List.of(permits, keepingBackOf("prescriber")), PLAN, Purpose.TREATMENT))
                .isEqualTo(Decision.permitByConsent("c"));
        assertThat(keepingBackOf("prescriber").withoutPermits()).isEqualTo(keepingBackOf("prescriber"));
    }

    private static ConsentRecord keepingBackOf(String holder) {
        return new ConsentRecord(
                "d",
                "mara",
                Set.of(holder),
                life(Optional.empty(), Optional.empty()),
                Set.of(),
                List.of(),
                List.of(scope(Set.of(InformationKind.SUBSTANCE_USE), Set.of(Purpose.TREATMENT))),
                Set.of(),
                Optional.of(holder));
    }

    @Test
    void deniesWhenTwoConsentsDisagree() {
        ConsentRecord permits = consentSigned(NOW);
        ConsentRecord denies = new ConsentRecord(
                "d",
                "mara",
                Set.of("counselling"),
                life(Optional.empty(), Optional.empty()),
                Set.of(),
                List.of(),
                List.of(scope(Set.of(InformationKind.SUBSTANCE_USE), Set.of(Purpose.TREATMENT))),
                Set.of());
        assertThat(decide(List.of(permits, denies), PLAN, Purpose.TREATMENT))
                .isEqualTo(Decision.deny(Reason.DENIED_BY_CONSENT));
    }

    @Test
    void aDenialThatWasReplacedIsNoneAnyMore() {
        ConsentRecord newer = new ConsentRecord(
                "n",
                "mara",
                Set.of("counselling"),
                life(Optional.empty(), Optional.empty()),
                Set.of(),
                List.of(scope(Set.of(InformationKind.SUBSTANCE_USE), Set.of(Purpose.TREATMENT))),
                List.of(),
                Set.of("d"));
        assertThat(decide(List.of(keepingBackOf("counselling"), newer), PLAN, Purpose.TREATMENT))
                .isEqualTo(Decision.permitByConsent("n"));
    }

    @Test
    void aDenialOfATimeKeepsBackWhatTookPlaceThen() {
        ConsentRecord denies = new ConsentRecord(
                "d",
                "mara",
                Set.of("counselling"),
                life(Optional.empty(), Optional.empty()),
                Set.of(),
                List.of(),
                List.of(new ConsentScope(
                        Set.of(InformationKind.SUBSTANCE_USE),
                        Set.of(Purpose.TREATMENT),
                        new Recipients.Anybody(),
                        Optional.of(NOW.minusSeconds(60)),
                        Optional.empty())),
                Set.of());
        List<ConsentRecord> both = List.of(consentSigned(Instant.EPOCH), denies);
        assertThat(decide(both, tookPlace(NOW), Purpose.TREATMENT)).isEqualTo(Decision.deny(Reason.DENIED_BY_CONSENT));
        assertThat(decide(both, tookPlace(NOW.minusSeconds(61)), Purpose.TREATMENT))
                .isEqualTo(Decision.permitByConsent("c"));
    }

    private static RecordFacts tookPlace(Instant at) {
        return new RecordFacts(
                "mara",
                "counselling",
                true,
                Set.of(InformationKind.SUBSTANCE_USE),
                Optional.of(at),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Decision ask(ConsentRecord consent) {
        return ask(consent, PLAN, Purpose.TREATMENT);
    }

    private static Decision ask(ConsentRecord consent, RecordFacts record, Purpose purpose) {
        return decide(List.of(consent), record, purpose);
    }

    private static Decision decide(List<ConsentRecord> consents, RecordFacts record, Purpose purpose) {
        DisclosureRequest request = new DisclosureRequest(HOSPITAL, purpose, record, NOW, Optional.empty());
        return ConsentRules.decide(request, consents, new Relationships(Set.of(), Set.of(), Set.of()));
    }

    private static RecordFacts record(InformationKind... kinds) {
        return new RecordFacts(
                "mara",
                "counselling",
                true,
                Set.of(kinds),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static ConsentRecord consentSigned(Instant at) {
        return consent(new Lifecycle(Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty(), false));
    }

    private static Lifecycle life(Optional<Instant> expires, Optional<Instant> revoked) {
        return new Lifecycle(Optional.of(Instant.EPOCH), expires, Optional.empty(), revoked, false);
    }

    private static ConsentRecord consent(Lifecycle lifecycle) {
        return consent(lifecycle, scope(Set.of(InformationKind.SUBSTANCE_USE), Set.of(Purpose.TREATMENT)));
    }

    private static ConsentRecord consent(Lifecycle lifecycle, ConsentScope permits) {
        return new ConsentRecord(
                "c", "mara", Set.of("counselling"), lifecycle, Set.of(), List.of(permits), List.of(), Set.of());
    }

    private static ConsentScope scope(Set<InformationKind> kinds, Set<Purpose> purposes) {
        return new ConsentScope(
                kinds, purposes, new Recipients.Named(Set.of("hospital")), Optional.empty(), Optional.empty());
    }
}
