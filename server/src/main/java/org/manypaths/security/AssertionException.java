package org.manypaths.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** Why an assertion is not accepted; the message is for whoever writes the client, and tells no attacker a secret. */
final class AssertionException extends BadJwtException {

    private static final long serialVersionUID = 1L;

    AssertionException(String message) {
        super(message);
    }
}
