package org.manypaths.consent;

/** What the law takes an organisation for; it decides what may be passed on (42 CFR 2.33(b)). */
public enum RecipientKind {
    /** A HIPAA covered entity or business associate. */
    COVERED_ENTITY,
    /** A Part 2 programme that is neither. */
    PART2_PROGRAMME,
    /** A health information exchange and the like; never a programme or covered entity (42 CFR 2.11). */
    INTERMEDIARY,
    OTHER
}
