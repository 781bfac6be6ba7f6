package org.manypaths.transition;

import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Where a handoff is: the status that every system understands, and the one that says it in plain words. */
record HandoffState(TaskStatus status, BusinessStatus business) {

    static HandoffState of(Task task) {
        // What is not one of its codes, or has only extensions, is there and has no value.
        TaskStatus status = Optional.ofNullable(task.getStatus()).orElse(TaskStatus.NULL);
        return new HandoffState(status, BusinessStatus.of(task.getBusinessStatus()));
    }

    String words() {
        return (status == TaskStatus.NULL ? "without a status of FHIR" : status.toCode()) + " (" + business.code()
                + ")";
    }
}
