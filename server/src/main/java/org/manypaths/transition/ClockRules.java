package org.manypaths.transition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** When the next step of a handoff is due, and when it is overdue. Pure; the time is handed in. */
final class ClockRules {

    private final List<Duration> deadlines;
    private final Duration grace;
    private final Duration horizon;

    ClockRules(TransitionSettings settings) {
        deadlines = settings.deadlines();
        grace = settings.visitGrace();
        horizon = settings.visitHorizon();
    }

    /** How long after the beginning of a visit it must be said whether the person came. */
    Duration grace() {
        return grace;
    }

    /** What is waited for. */
    private enum Phase {
        NOTHING,
        ANSWER,
        PERSON,
        VISIT,
        /** Whatever it was that did not come in time. */
        LATE
    }

    /** What a deadline that has passed makes of a handoff. */
    record Lapse(HandoffClock clock, boolean overdue) {}

    /**
     * The clock after a write.
     *
     * @param before the state and the clock before it; empty for a handoff that is made
     * @param visit when the booked visit begins, where that is known
     */
    Optional<HandoffClock> after(Optional<Before> before, HandoffState state, Instant now, Optional<Instant> visit) {
        Phase phase = phase(state);
        Optional<HandoffClock> clock = before.flatMap(Before::clock);
        if (phase == Phase.NOTHING) {
            return Optional.empty();
        }
        if (clock.isPresent() && before.filter(was -> was.state().equals(state)).isPresent()) {
            return phase == Phase.VISIT ? Optional.of(planned(clock.get(), visit)) : clock;
        }
        if (phase == Phase.LATE && clock.isPresent()) {
            return clock;
        }
        Phase earlier = before.map(was -> phase(was.state())).orElse(Phase.NOTHING);
        boolean sameStatus =
                before.filter(was -> was.state().status() == state.status()).isPresent();
        if (clock.isPresent() && phase == Phase.ANSWER && earlier == Phase.ANSWER && sameStatus) {
            return clock;
        }
        boolean goesOn = (phase == Phase.PERSON && (earlier == Phase.PERSON || earlier == Phase.LATE))
                || (phase == Phase.ANSWER && earlier == Phase.LATE && sameStatus);
        boolean missed = state.business() == BusinessStatus.VISIT_MISSED;
        if (clock.isPresent() && goesOn && !missed) {
            return Optional.of(tried(clock.get(), now));
        }
        HandoffClock fresh =
                new HandoffClock(seconds(now), Optional.of(seconds(now).plus(deadlines.get(0))), 0);
        return Optional.of(phase == Phase.VISIT ? planned(fresh, visit) : fresh);
    }

    /** State and clock before a write. */
    record Before(HandoffState state, Optional<HandoffClock> clock) {}

    /** What has become of a handoff by now; empty while nothing is due. */
    Optional<Lapse> lapse(HandoffState state, HandoffClock clock, Instant now, Optional<Instant> visit) {
        Phase phase = phase(state);
        HandoffClock told = phase == Phase.VISIT ? planned(clock, visit) : clock;
        if (phase == Phase.NOTHING
                || told.due().isEmpty()
                || clock.due().filter(due -> now.isBefore(due)).isPresent()) {
            return Optional.empty();
        }
        Instant due = told.due().get();
        if (now.isBefore(due)) {
            return Optional.of(new Lapse(told, false));
        }
        Instant since = phase == Phase.VISIT ? due : told.since();
        int passed = (int) deadlines.stream()
                .filter(deadline -> !now.isBefore(since.plus(deadline)))
                .count();
        return Optional.of(new Lapse(new HandoffClock(since, next(since, now), passed), true));
    }

    private static Phase phase(HandoffState state) {
        boolean waits =
                switch (state.status()) {
                    case REQUESTED, RECEIVED, ACCEPTED, INPROGRESS -> true;
                    default -> false;
                };
        if (!waits || BusinessStatus.SETTLED.contains(state.business())) {
            return Phase.NOTHING;
        }
        return switch (state.business()) {
            case OVERDUE -> Phase.LATE;
            case VISIT_BOOKED -> Phase.VISIT;
            case CONTACT_TRIED, NOT_YET_REACHED, VISIT_MISSED -> Phase.PERSON;
            default -> isAnswered(state) ? Phase.PERSON : Phase.ANSWER;
        };
    }

    private static boolean isAnswered(HandoffState state) {
        return switch (state.status()) {
            case ACCEPTED, INPROGRESS -> true;
            default -> false;
        };
    }

    /** However far off a visit is said to be, somebody looks for the person before long. */
    private HandoffClock planned(HandoffClock clock, Optional<Instant> visit) {
        Instant latest = clock.since().plus(horizon);
        return visit.map(begin -> seconds(begin).plus(grace))
                .map(due -> new HandoffClock(
                        clock.since(), Optional.of(due.isBefore(latest) ? due : latest), clock.passed()))
                .orElse(clock);
    }

    /** Somebody tried: the next try is due at the next deadline, or a first deadline from now when all have passed. */
    private HandoffClock tried(HandoffClock clock, Instant now) {
        Instant due = next(clock.since(), now).orElseGet(() -> seconds(now).plus(deadlines.get(0)));
        return new HandoffClock(clock.since(), Optional.of(due), clock.passed());
    }

    private Optional<Instant> next(Instant since, Instant now) {
        return deadlines.stream().map(since::plus).filter(now::isBefore).findFirst();
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
