package org.manypaths.security;

import java.util.Optional;
import org.manypaths.consent.Caller;

/**
 * What one token lets one caller do, confirmed by the client's registration; made once per request.
 *
 * @param client id of the registered client
 * @param caller the organisation that the client is registered to, and what its registration allows
 * @param patient id of the one Patient that scopes of the context {@code patient} speak of
 * @param user who is signed in, as {@code Practitioner/id} or {@code Patient/id}; empty for a client by itself
 * @param tokenId names the token without being it; fit for the trail
 */
public record Session(
        String client,
        Role role,
        Caller caller,
        Scopes scopes,
        Optional<String> patient,
        Optional<String> user,
        String tokenId) {

    public boolean isOperator() {
        return role == Role.OPERATOR;
    }
}
