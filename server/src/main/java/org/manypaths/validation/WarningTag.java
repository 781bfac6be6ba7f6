package org.manypaths.validation;

import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;

/** What a stored resource was warned about when it was written, as a tag that {@code _tag} finds. */
enum WarningTag {
    /** A code that cannot exist (its check digit is wrong) or that its code system does not hold. */
    UNKNOWN_CODE("unknown-code"),
    /** A code of a system that this server does not carry: taken as it came. */
    UNCHECKED_CODE("unchecked-code"),
    /** A profile that this server does not carry: the resource was held to R4 alone. */
    UNKNOWN_PROFILE("unknown-profile"),
    /** Any other warning; the outcome of the write said which. */
    OTHER("other-warning");

    static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-validation";

    private final String code;

    WarningTag(String code) {
        this.code = code;
    }

    Coding coding() {
        return new Coding().setSystem(SYSTEM).setCode(code);
    }
}
