package org.manypaths.substanceprofile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;

/** All that is on record about one person and one substance. */
record SubstanceProfile(
        CodeableConcept substance,
        Optional<Observation> latestUse,
        Optional<Observation> latestReturn,
        List<Line> stages,
        List<Observation> readiness,
        List<Goal> goals,
        List<DomainResource> medicines,
        List<Line> stances,
        List<Observation> meanings) {

    /**
     * Observations of the same thing that follow upon each other: one view of a stage, or the stance on one medicine.
     *
     * @param current what holds; empty where it was asked and never told
     * @param history what was before, the newest first
     * @param unanswered asked and not told, each with its reason, the newest first
     */
    record Line(Optional<Observation> current, List<Observation> history, List<Observation> unanswered) {}

    static SubstanceProfile empty(CodeableConcept substance) {
        return new SubstanceProfile(
                substance,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What nobody wrote down: that it was not asked, or that there is nothing, cannot be told apart from it. */
    List<String> notRecorded() {
        List<String> missing = new ArrayList<>();
        addIf(latestUse.isEmpty(), "latest-use", missing);
        addIf(stages.isEmpty(), "stage", missing);
        addIf(readiness.isEmpty(), "readiness", missing);
        addIf(goals.isEmpty(), "goal", missing);
        addIf(medicines.isEmpty(), "medicine", missing);
        addIf(stances.isEmpty(), "stance", missing);
        addIf(meanings.isEmpty(), "meaning", missing);
        return missing;
    }

    private static void addIf(boolean isMissing, String name, List<String> missing) {
        if (isMissing) {
            missing.add(name);
        }
    }
}
