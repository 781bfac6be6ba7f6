package org.manypaths.transition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.refusal.Issue;

/**
 * What can be said of a visit when. Pure; the time is handed in.
 *
 * <p>A visit that has not begun cannot have been missed, and one that is over is not waited for: without the first a
 * person would be called missing who is on the way, without the second the clock would call a new booking overdue at once.
 */
final class VisitRules {

    private VisitRules() {}

    /**
     * What stands in the way of the move.
     *
     * @param visit when the visit begins that the task names after the move; empty where it names none
     * @param grace how long after its beginning it must be said whether the person came
     */
    static List<Issue> move(Task from, Task to, Instant now, Optional<Instant> visit, Duration grace) {
        BusinessStatus said = HandoffState.of(to).business();
        if (visit.isEmpty() || said == HandoffState.of(from).business()) {
            return List.of();
        }
        // When it begins is not told: who named it here need not be one who may see it.
        Instant begin = visit.get();
        if (said == BusinessStatus.VISIT_MISSED && now.isBefore(begin)) {
            return List.of(TransitionCode.VISIT
                    .issue("The visit that is named has not begun, and nobody can have missed it yet.")
                    .remedy("Say it once it has begun; if it was called off, book another or move to contact-tried.")
                    .at("Task.businessStatus"));
        }
        if (said == BusinessStatus.VISIT_BOOKED && begin.plus(grace).isBefore(now)) {
            return List.of(TransitionCode.VISIT
                    .issue("The visit that is named is over.")
                    .remedy("Name the new one: add its Appointment to output, or send its beginning in"
                            + " executionPeriod.start. If the person came, say visit-kept.")
                    .at("Task.executionPeriod", "Task.output"));
        }
        return List.of();
    }
}
