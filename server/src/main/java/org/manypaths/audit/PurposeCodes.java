package org.manypaths.audit;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.codesystems.V3ActReason;
import org.manypaths.consent.Purpose;

/** Purposes as HL7 codes them, where it does, and in words. */
final class PurposeCodes {

    private static final Map<Purpose, V3ActReason> CODES = Map.of(
            Purpose.TREATMENT,
            V3ActReason.TREAT,
            Purpose.PAYMENT,
            V3ActReason.HPAYMT,
            Purpose.OPERATIONS,
            V3ActReason.HOPERAT,
            Purpose.PATIENT_REQUEST,
            V3ActReason.PATRQT,
            Purpose.EMERGENCY,
            V3ActReason.ETREAT,
            Purpose.RESEARCH,
            V3ActReason.HRESCH);

    private PurposeCodes() {}

    /** @param name of a {@link Purpose}, as an entry has it */
    static CodeableConcept concept(String name) {
        Purpose purpose = Purpose.valueOf(name);
        CodeableConcept concept = new CodeableConcept().setText(words(name));
        Optional.ofNullable(CODES.get(purpose))
                .ifPresent(code -> concept.addCoding(new Coding(code.getSystem(), code.toCode(), code.getDisplay())));
        return concept;
    }

    static String words(String name) {
        return switch (Purpose.valueOf(name)) {
            case TREATMENT -> "treatment";
            case PAYMENT -> "payment";
            case OPERATIONS -> "running of health care";
            case PATIENT_REQUEST -> "at the request of the person";
            case EMERGENCY -> "medical emergency";
            case RESEARCH -> "research";
            case AUDIT_AND_EVALUATION -> "audit or evaluation";
            case PROCEEDINGS -> "legal proceedings";
        };
    }
}
