package org.manypaths.security;

import java.util.Optional;

/**
 * What happened with a token or a sign-in, for the trail; published before the answer leaves, and a listener that
 * throws keeps it from leaving.
 */
public sealed interface SecurityEvent {

    /** A token was made. */
    record TokenGiven(String client, Optional<String> user, String tokenId, String scopes) implements SecurityEvent {}

    /** A token was asked for and not given; the client is who the sender says to be, unproven. */
    record TokenRefused(Optional<String> client, String reason) implements SecurityEvent {}

    /** Somebody signed in with their password. */
    record SignedIn(String user) implements SecurityEvent {}

    /** Somebody did not: the name or the password was wrong, or there were too many attempts. */
    record SignInRefused() implements SecurityEvent {}
}
