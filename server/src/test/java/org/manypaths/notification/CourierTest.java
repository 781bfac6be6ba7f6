package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourierTest {

    private static int databases;
    private static final String PROBLEM = "The receiver answered 500.";

    private final Post post = Post.withTables("jdbc:h2:mem:courier-" + databases++ + ";DB_CLOSE_DELAY=-1");
    private final Subscriber riverside = post.subscribe("riverside", "https://riverside.example/hook");

    @Test
    void bringsALetterOnce() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        Courier courier = post.courier("a");
        post.bringAll(courier);
        post.bringAll(courier);
        assertThat(post.brought).containsExactly("riverside Task/1/_history/1");
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.DELIVERED);
    }

    @Test
    void writesAnEventOnce() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(riverside, "rosa", "Task/1/_history/1");
        assertThat(post.outbox.list("riverside", Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void keepsTheOrderOfOnePersonAndLetsOthersPass() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(riverside, "rosa", "CarePlan/2/_history/1");
        post.write(riverside, "jonah", "Task/3/_history/1");
        post.answer = letter -> letter.focus().startsWith("Task/1/") ? Optional.of(PROBLEM) : Optional.empty();
        post.bringAll(post.courier("a"));
        post.bringAll(post.courier("a"));
        assertThat(post.brought).containsExactly("riverside Task/1/_history/1", "riverside Task/3/_history/1");

        post.answer = letter -> Optional.empty();
        post.clock.advance(Duration.ofSeconds(10));
        post.bringAll(post.courier("a"));
        post.bringAll(post.courier("a"));
        assertThat(post.brought.subList(2, 4))
                .containsExactly("riverside Task/1/_history/1", "riverside CarePlan/2/_history/1");
    }

    @Test
    void keepsTheOrderBetweenTwoSubscriptionsOfOneEndpoint() {
        Subscriber plans = post.subscribe("plans", riverside.endpoint(), "organization-of-riverside");
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(plans, "rosa", "CarePlan/2/_history/1");
        post.answer = letter -> Optional.of(PROBLEM);
        post.bringAll(post.courier("a"));
        assertThat(post.brought).containsExactly("riverside Task/1/_history/1");
    }

    @Test
    void letsNoOtherOrganisationHoldUpWhatGoesToAnEndpoint() {
        Subscriber other = post.subscribe("other", riverside.endpoint());
        post.write(other, "rosa", "Task/1/_history/1");
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.answer = letter -> Optional.of(PROBLEM);
        post.bringAll(post.courier("a"));
        assertThat(post.brought).containsExactlyInAnyOrder("other Task/1/_history/1", "riverside Task/1/_history/1");
    }

    @Test
    void neverShowsOneReceiverTheEventsOfAnother() {
        Subscriber harbour = post.subscribe("harbour", "https://harbour.example/hook");
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(harbour, "mina", "Task/2/_history/1");
        post.bringAll(post.courier("a"));
        assertThat(post.brought).containsExactlyInAnyOrder("riverside Task/1/_history/1", "harbour Task/2/_history/1");
    }

    @Test
    void doublesThePauseAndGivesUpAfterDays() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.answer = letter -> Optional.of(PROBLEM);
        List<Duration> pauses = new ArrayList<>();
        while (post.letter("riverside").state() == LetterState.WAITING) {
            post.bringAll(post.courier("a"));
            pauses.add(Duration.between(
                    post.clock.instant(), post.letter("riverside").due()));
            post.clock.set(post.letter("riverside").due());
        }
        assertThat(pauses).startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.DEAD);
        assertThat(post.letter("riverside").problem()).contains(PROBLEM);
        assertThat(Duration.between(Post.MORNING, post.clock.instant()))
                .isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(post.brought).hasSizeBetween(100, 110);
        assertThat(post.standings).containsExactly("riverside error");
    }

    @Test
    void sendsADeadLetterAgainUnderItsEventId() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.answer = letter -> Optional.of(PROBLEM);
        post.clock.advance(Post.SETTINGS.giveUpAfter());
        post.bringAll(post.courier("a"));
        Letter dead = post.letter("riverside");
        assertThat(dead.state()).isEqualTo(LetterState.DEAD);

        post.answer = letter -> Optional.empty();
        assertThat(post.outbox.resend(
                        "riverside",
                        dead.eventId(),
                        post.clock.instant(),
                        post.clock.instant().plusSeconds(60)))
                .isTrue();
        post.bringAll(post.courier("a"));
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.DELIVERED);
        assertThat(post.letter("riverside").eventId()).isEqualTo(dead.eventId());
        assertThat(post.outbox.resend(
                        "riverside",
                        dead.eventId(),
                        post.clock.instant(),
                        post.clock.instant().plusSeconds(60)))
                .isFalse();
    }

    @Test
    void withholdsWhatMayNotBeKnown() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.gate = delivery -> !delivery.organization().equals(Optional.of("organization-of-riverside"));
        post.bringAll(post.courier("a"));
        assertThat(post.brought).isEmpty();
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.WITHHELD);
    }

    @Test
    void asksTheGateAgainAtEveryAttempt() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.answer = letter -> Optional.of(PROBLEM);
        post.bringAll(post.courier("a"));
        post.gate = delivery -> false;
        post.clock.advance(Duration.ofSeconds(10));
        post.bringAll(post.courier("a"));
        assertThat(post.brought).hasSize(1);
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.WITHHELD);
    }

    @Test
    void sendsNothingWhileTheGateCannotAnswer() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.gate = delivery -> {
            throw new IllegalStateException("no consent can be read");
        };
        post.bringAll(post.courier("a"));
        assertThat(post.brought).isEmpty();
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.WAITING);
        assertThat(post.letter("riverside").attempts()).isEqualTo(1);
    }

    @Test
    void stopsWhatNobodyWantsAnyMore() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.subscribers.remove("riverside");
        long number = post.letter("riverside").number();
        post.courier("a").deliver(number);
        assertThat(post.brought).isEmpty();
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.STOPPED);
    }

    @Test
    void leavesALetterToTheNodeThatHasIt() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        long number = post.letter("riverside").number();
        Courier second = post.courier("b");
        post.answer = letter -> {
            post.bringAll(second);
            second.deliver(number);
            return Optional.empty();
        };
        post.courier("a").deliver(number);
        assertThat(post.brought).hasSize(1);
    }

    @Test
    void takesNoWordFromANodeWhoseLeaseIsOver() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        long number = post.letter("riverside").number();
        Courier second = post.courier("b");
        post.answer = letter -> {
            post.answer = again -> Optional.empty();
            post.clock.advance(Post.SETTINGS.lease().plusSeconds(1));
            second.deliver(number);
            return Optional.of(PROBLEM);
        };
        post.courier("a").deliver(number);
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.DELIVERED);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void survivesAFailureAtEveryStep(Step step) {
        post.write(riverside, "rosa", "Task/1/_history/1");
        long number = post.letter("riverside").number();
        post.moments = reached -> {
            if (reached == step) {
                throw new IllegalStateException("struck at " + step);
            }
        };
        try {
            post.courier("a").deliver(number);
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("struck at " + step);
        }
        post.moments = reached -> {};
        post.bringAll(post.courier("b"));
        int afterRestart = post.brought.size();
        post.clock.advance(Post.SETTINGS.lease().plusSeconds(1));
        post.bringAll(post.courier("b"));
        assertThat(post.letter("riverside").state()).isEqualTo(LetterState.DELIVERED);
        assertThat(afterRestart).isEqualTo(step == Step.LEASED || step == Step.PERMITTED ? 0 : 1);
        assertThat(post.brought).hasSize(step == Step.ANSWERED ? 2 : 1);
    }

    @Test
    void hurriesWhenTheReceiverIsBack() {
        post.answer = letter -> Optional.of(PROBLEM);
        for (String person : List.of("rosa", "mina", "jonah")) {
            post.write(riverside, person, "Task/" + person + "/_history/1");
        }
        post.bringAll(post.courier("a"));
        post.answer = letter -> Optional.empty();
        post.clock.advance(Duration.ofSeconds(10));
        post.courier("a")
                .deliver(post.outbox
                        .list("riverside", Optional.empty(), 1)
                        .get(0)
                        .number());
        assertThat(post.outbox.heads(riverside, post.clock.instant(), 10)).hasSize(2);
    }

    @Test
    void forgetsWhatWasSettledLongAgoButNoDeadLetter() {
        post.write(riverside, "rosa", "Task/1/_history/1");
        post.write(riverside, "mina", "Task/2/_history/1");
        post.answer = letter -> letter.person().equals("Patient/mina") ? Optional.of(PROBLEM) : Optional.empty();
        post.clock.advance(Post.SETTINGS.giveUpAfter());
        post.bringAll(post.courier("a"));
        post.outbox.purge(post.clock.instant().plusSeconds(1));
        assertThat(post.outbox.list("riverside", Optional.empty(), 9))
                .extracting(Letter::state)
                .containsExactly(LetterState.DEAD);
    }
}
