package org.manypaths.substanceprofile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatusEnumFactory;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;

/**
 * The state that a goal or a medicine was in at an earlier time.
 *
 * <p>A goal that was reached in March was not reached in January. Where an earlier version tells the state of the time it
 * is taken; where none does, the state is left open rather than told too early.
 */
final class EarlierStates {

    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** States that a medicine is in before anything ended or interrupted it. */
    private static final Set<MedicationRequestStatus> STILL_OPEN =
            EnumSet.of(MedicationRequestStatus.DRAFT, MedicationRequestStatus.ACTIVE, MedicationRequestStatus.UNKNOWN);

    private EarlierStates() {}

    static boolean mayHaveChanged(Goal goal, AsOf asOf) {
        return asOf.cuts() && goal.hasStatusDate() && !asOf.covers(goal.getStatusDateElement());
    }

    static boolean mayHaveChanged(MedicationRequest request, AsOf asOf) {
        return asOf.cuts() && !STILL_OPEN.contains(request.getStatus());
    }

    /** @param versions all of them, the newest first */
    static Goal goal(List<Goal> versions, AsOf asOf) {
        return versions.stream()
                .filter(version -> version.hasStatusDate() && asOf.covers(version.getStatusDateElement()))
                .findFirst()
                .orElseGet(() -> open(versions.get(0)));
    }

    /** @param versions all of them, the newest first */
    static MedicationRequest request(List<MedicationRequest> versions, AsOf asOf) {
        return versions.stream()
                .filter(version -> asOf.covers(version.getMeta().getLastUpdatedElement()))
                .findFirst()
                .orElseGet(() -> {
                    MedicationRequest open = versions.get(0).copy();
                    open.setStatus(MedicationRequestStatus.UNKNOWN).setStatusReason(null);
                    return open;
                });
    }

    private static Goal open(Goal goal) {
        Goal open = goal.copy();
        Enumeration<GoalLifecycleStatus> unknown = new Enumeration<>(new GoalLifecycleStatusEnumFactory());
        unknown.addExtension(new Extension(ABSENT, new CodeType("unknown")));
        open.setLifecycleStatusElement(unknown);
        open.setAchievementStatus(null);
        open.setStatusDateElement(null);
        open.setStatusReasonElement(null);
        open.setOutcomeCode(null);
        open.setOutcomeReference(null);
        return open;
    }
}
