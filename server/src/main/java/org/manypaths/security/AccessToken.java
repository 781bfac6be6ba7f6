package org.manypaths.security;

import java.time.Instant;
import java.util.Optional;

/**
 * What a valid access token says.
 *
 * @param id names the token without being it
 * @param user {@code Practitioner/id} or {@code Patient/id} of who signed in; empty for a client by itself
 * @param operator whether it is an operator who signed in; only our own sign-in says so
 */
record AccessToken(
        String id,
        String client,
        Scopes scopes,
        Optional<String> patient,
        Optional<String> user,
        boolean operator,
        Instant expires) {

    /** Whoever operates another issuer does not operate this server. */
    AccessToken withoutOperator() {
        return new AccessToken(id, client, scopes, patient, user, false, expires);
    }
}
