package org.manypaths.consent;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks: an organisation's system, or a person for themselves.
 *
 * @param organization logical id of the organisation that the client is registered to
 * @param purposes what its registration allows it to ask for; a header alone grants nothing
 * @param programmes custodians whose own staff the caller is (42 CFR 2.12(c)(3))
 * @param person the person who is signed in, when the caller is a person asking for themselves
 */
public record Caller(
        String organization,
        RecipientKind kind,
        Set<Purpose> purposes,
        Set<String> programmes,
        Optional<String> person) {

    public Caller {
        purposes = Set.copyOf(purposes);
        programmes = Set.copyOf(programmes);
    }
}
