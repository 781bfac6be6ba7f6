package org.manypaths.handoff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Naloxone that brings a person back. Together with an opioid, as in films of buprenorphine, it does not. Pure. */
public final class RescueNaloxone {

    private RescueNaloxone() {}

    /**
     * Whether it is what was handed over.
     *
     * @param find a record by its reference, as far as it is at hand
     */
    public static boolean isIn(MedicationDispense dispense, Function<Reference, Optional<Resource>> find) {
        List<CodeableConcept> medicine = MedicineOf.concepts(dispense, find).toList();
        return medicine.stream().anyMatch(SafetyWords.NALOXONE::isIn)
                && medicine.stream().noneMatch(SafetyWords.OPIOID::isIn);
    }
}
