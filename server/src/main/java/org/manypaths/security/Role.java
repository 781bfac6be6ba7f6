package org.manypaths.security;

/** As what a caller comes; operations are allowed by it. */
public enum Role {
    /** A system of an organisation, by itself. */
    CLIENT,
    /** An app in the hands of a signed-in practitioner. */
    USER,
    /** An app in the hands of a person who asks for themselves. */
    PERSON,
    /** Those who run this server. */
    OPERATOR
}
