package org.manypaths.security;

import java.time.Instant;
import java.util.Optional;

/**
 * What a valid access token says.
 *
 * @param id names the token without being it
 * @param user {@code Practitioner/id} or {@code Patient/id} of who signed in; empty for a client by itself
 */
record AccessToken(
        String id, String client, Scopes scopes, Optional<String> patient, Optional<String> user, Instant expires) {}
