package org.manypaths.security;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param password a salted hash
 * @param fhirUser {@code Practitioner/id} or {@code Patient/id}
 */
public record User(String name, String title, String password, Role role, String fhirUser) {

    private static final String PERSON = "Patient/";

    /** Their own id, where they sign in as a person. */
    @Nullable
    String person() {
        return fhirUser.startsWith(PERSON) ? fhirUser.substring(PERSON.length()) : null;
    }
}
