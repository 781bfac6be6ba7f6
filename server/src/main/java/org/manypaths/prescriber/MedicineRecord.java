package org.manypaths.prescriber;

import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;

/**
 * What there is for one caller about a person's medicines.
 *
 * @param stances what the person thinks of a medicine, the latest first
 * @param results laboratory results, the latest of each kind
 */
record MedicineRecord(
        List<MedicationRequest> orders,
        List<MedicationAdministration> doses,
        List<MedicationDispense> supplies,
        List<Observation> stances,
        List<Observation> results,
        List<AllergyIntolerance> allergies,
        List<Goal> goals) {

    MedicineRecord {
        orders = List.copyOf(orders);
        doses = List.copyOf(doses);
        supplies = List.copyOf(supplies);
        stances = List.copyOf(stances);
        results = List.copyOf(results);
        allergies = List.copyOf(allergies);
        goals = List.copyOf(goals);
    }
}
