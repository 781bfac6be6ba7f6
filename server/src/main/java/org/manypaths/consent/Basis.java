package org.manypaths.consent;

/** The legal ground that a permit rests on, with the paragraph that an operator is shown. */
public enum Basis {
    NOT_PART2("42 CFR 2.12(a), (d)(2)(ii); 45 CFR 164.506"),
    OWN_PROGRAMME("42 CFR 2.12(c)(3)"),
    SERVICE_ORGANISATION("42 CFR 2.11, 2.12(c)(4)"),
    THE_PERSON("42 CFR 2.23"),
    WRITTEN_CONSENT("42 CFR 2.31, 2.33(a)"),
    REDISCLOSURE("42 CFR 2.33(b)(1)"),
    EMERGENCY("42 CFR 2.51"),
    RECORDED_DOCUMENT("42 CFR 2.52, 2.53, subpart E");

    private final String paragraph;

    Basis(String paragraph) {
        this.paragraph = paragraph;
    }

    public String paragraph() {
        return paragraph;
    }

    /** Whether the statement of 42 CFR 2.32 and the consent's scope must accompany the answer. */
    public boolean needsNotice() {
        return this == WRITTEN_CONSENT;
    }
}
