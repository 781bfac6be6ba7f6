package org.manypaths.prescriber;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.handoff.section.Words;
import org.manypaths.refusal.Blank;

/** What people call the medicine of an order. */
final class MedicineNames {

    private MedicineNames() {}

    /** As the order itself says; empty where it says nothing. */
    static Optional<String> of(MedicationRequest order) {
        String name = order.getMedication() instanceof CodeableConcept concept
                ? Words.concept(concept)
                : order.hasMedicationReference()
                        ? order.getMedicationReference().getDisplay()
                        : "";
        return Optional.ofNullable(name).filter(said -> !Blank.is(said));
    }

    /** A reference to the order, shown by that name. */
    static Reference named(Reference reference, MedicationRequest order) {
        of(order).ifPresent(reference::setDisplay);
        return reference;
    }
}
