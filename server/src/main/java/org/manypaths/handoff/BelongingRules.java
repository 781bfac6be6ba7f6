package org.manypaths.handoff;

import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Resource;

/**
 * Which kinds of records a handoff is made of, before anybody asks which of them may go.
 *
 * <p>Documents do not belong in it, counselling notes least of all; nor does what tells of the handoff itself.
 */
final class BelongingRules {

    private static final Set<String> TYPES = Set.of(
            "Patient",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "Condition",
            "AllergyIntolerance",
            "Observation",
            "Procedure",
            "RiskAssessment",
            "Medication",
            "MedicationRequest",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationStatement",
            "Goal",
            "CarePlan",
            "CareTeam",
            "ServiceRequest",
            "NutritionOrder",
            "DeviceRequest",
            "Task",
            "Appointment",
            "Encounter",
            "EpisodeOfCare",
            "Consent");

    private static final String HANDOFF_TASK = "/StructureDefinition/ihrp-handoff-task";

    private BelongingRules() {}

    /** @param plan the one that is handed over; another of its kind is another story */
    static boolean belongs(Resource record, CarePlan plan) {
        boolean handoffTask = record.getMeta().getProfile().stream()
                .anyMatch(profile -> profile.getValue().endsWith(HANDOFF_TASK));
        boolean otherPlan = record instanceof CarePlan other && other != plan && isIntegrative(other);
        return TYPES.contains(record.fhirType()) && !handoffTask && !otherPlan;
    }

    static boolean isIntegrative(CarePlan plan) {
        return plan.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(coding -> "integrative-plan".equals(coding.getCode())
                        && coding.getSystem() != null
                        && coding.getSystem().endsWith("/ihrp-plan-category"));
    }
}
