package org.manypaths.transition;

import org.hl7.fhir.r4.model.Task;

/** What others have to know of a handoff Task. */
public final class HandoffTasks {

    private HandoffTasks() {}

    /** Whether nothing is said yet of where the person is. */
    public static boolean saysNoMoreThanItsStatus(Task task) {
        return BusinessStatus.NEUTRAL.contains(HandoffState.of(task).business());
    }

    /** Whether it is a handoff at which somebody may still be at work. */
    public static boolean isOpen(Task task) {
        return HandoffRules.isHandoff(task) && !MoveRules.isEnd(task.getStatus());
    }
}
