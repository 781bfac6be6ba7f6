package org.manypaths.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.Caller;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecipientKind;

/**
 * A client as the operator registered it; only valid ones exist.
 *
 * @param organization logical id of the Organization that the client belongs to
 * @param programmes further custodians whose own staff uses the client; its own organization always counts
 * @param scopes what it may ask for, with spaces between
 * @param jwks its public keys by value; or
 * @param jwksUrl where it publishes them
 * @param redirectUris where a browser may be sent back to; none: no app that people sign in with
 * @param launchUri where an EHR sends the browser to start the app; none: it starts by itself
 * @param patient the one person that a client in the role PERSON stands for
 */
public record Registration(
        String id,
        String name,
        Role role,
        String organization,
        RecipientKind kind,
        Set<Purpose> purposes,
        Set<String> programmes,
        String scopes,
        @Nullable String jwks,
        @Nullable URI jwksUrl,
        List<String> redirectUris,
        @Nullable URI launchUri,
        @Nullable String patient) {

    /** What registrations say is read once; each request asks for it. */
    private static final Cache<String, Scopes> ALLOWED =
            Caffeine.newBuilder().maximumSize(1_000).build();

    public Registration {
        purposes = Set.copyOf(purposes);
        programmes = Set.copyOf(programmes);
        redirectUris = List.copyOf(redirectUris);
        RegistrationRules.require(id, role, organization, patient);
        RegistrationRules.requireScopes(scopes);
        RegistrationRules.requireKeys(jwks, jwksUrl, redirectUris);
    }

    /** What the client may have that the server sends it by itself: all that it may ask for, with nobody signed in. */
    public Session byItself() {
        return new Session(id, role, caller(Optional.empty()), allowed(), Optional.empty(), Optional.empty(), "");
    }

    Scopes allowed() {
        return ALLOWED.get(scopes, Scopes::of);
    }

    boolean hasKeys() {
        return jwks != null || jwksUrl != null;
    }

    boolean hasUsers() {
        return !redirectUris.isEmpty();
    }

    /** The client as consent sees it; a person who is signed in speaks for themselves, not for the organisation. */
    Caller caller(Optional<String> person) {
        Set<String> staffOf = new TreeSet<>(programmes);
        staffOf.add(organization);
        return person.isPresent()
                ? new Caller(organization, kind, Set.of(Purpose.PATIENT_REQUEST), Set.of(), person)
                : new Caller(organization, kind, purposes, staffOf, person);
    }
}
