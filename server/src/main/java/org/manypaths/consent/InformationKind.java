package org.manypaths.consent;

/** A kind of information that a person may let out or keep back by itself. */
public enum InformationKind {
    GENERAL_HEALTH,
    SUBSTANCE_USE,
    ALCOHOL_USE,
    OPIOID_USE,
    MENTAL_HEALTH,
    HIV,
    VIOLENCE,
    /** The separately kept note of what was said in a counselling session (42 CFR 2.11). */
    COUNSELLING_NOTE
}
