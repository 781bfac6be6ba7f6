package org.manypaths.consent;

/** What a record is asked for. */
public enum Purpose {
    TREATMENT,
    PAYMENT,
    OPERATIONS,
    /** The person asked for it (42 CFR 2.31(a)(5)). */
    PATIENT_REQUEST,
    EMERGENCY,
    RESEARCH,
    AUDIT_AND_EVALUATION,
    /** Civil, criminal, administrative or legislative proceedings against the person (42 CFR 2.12(d)(1)). */
    PROCEEDINGS;

    /** Treatment, payment or health care operations: what one general consent may cover (42 CFR 2.31(a)(4), 2.33(b)). */
    public boolean isTreatmentPaymentOrOperations() {
        return this == TREATMENT || this == PAYMENT || this == OPERATIONS;
    }
}
