package org.manypaths.audit;

/** What was done. The names are stored: one may be added, none changed. */
public enum Kind {
    READ,
    SEARCH,
    WRITE,
    DELETE,
    /** Asked for and not carried out. */
    REFUSAL,
    TOKEN,
    SIGN_IN,
    /** A disclosure in a medical emergency (42 CFR 2.51). */
    EMERGENCY,
    EXPORT,
    OPERATION,
    /** The trail's own: names the heads of other chains. */
    ANCHOR
}
