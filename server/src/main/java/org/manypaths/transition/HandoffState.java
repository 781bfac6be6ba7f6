package org.manypaths.transition;

import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Where a handoff is: the status that every system understands, and the one that says it in plain words. */
record HandoffState(TaskStatus status, BusinessStatus business) {

    static HandoffState of(Task task) {
        TaskStatus status = task.hasStatus() ? task.getStatus() : TaskStatus.NULL;
        return new HandoffState(status, BusinessStatus.of(task.getBusinessStatus()));
    }

    String words() {
        return status.toCode() + " (" + business.code() + ")";
    }
}
