package org.manypaths.security;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Lets only such scopes through as a client is registered for.
 *
 * <p>Who asks for more gets nothing rather than less: a client that does not notice what it lacks would take a part for
 * the whole.
 */
final class ScopeGate {

    private final Clients clients;
    private final ScopeCriteria criteria;

    ScopeGate(Clients clients, ScopeCriteria criteria) {
        this.clients = clients;
        this.criteria = criteria;
    }

    /** For a client by itself. */
    void checkClient(String client, Set<String> asked) {
        Scopes wanted = check(client, asked);
        if (!wanted.others().isEmpty()) {
            throw refused(
                    "The scopes " + String.join(", ", wanted.others()) + " are for apps that people sign in with.");
        }
        if (wanted.resources().stream().anyMatch(scope -> scope.context() == Scope.Context.USER)) {
            throw refused("Scopes beginning with user/ need a user who signs in; use system/.");
        }
    }

    /** What was asked for, all of it allowed. */
    Scopes check(String client, Set<String> asked) {
        Scopes wanted = parse(asked);
        Scopes allowed = clients.find(client).map(Registration::allowed).orElse(Scopes.NONE);
        if (wanted.isEmpty()) {
            throw refused("Ask for at least one scope. This client may ask for: " + words(allowed));
        }
        wanted.resources().forEach(this::requireOffered);
        if (!allowed.cover(wanted)) {
            throw refused("More was asked for than this client may have: " + words(allowed));
        }
        return wanted;
    }

    private void requireOffered(Scope scope) {
        scope.constraints().stream()
                .filter(criterion -> !criteria.areOffered(scope.type(), criterion))
                .findFirst()
                .ifPresent(criterion -> {
                    throw refused("A scope for " + scope.type() + " cannot be limited by " + criterion.name()
                            + ". Limit it by a code, a status or a date of the type itself, or by patient.");
                });
    }

    private static Scopes parse(Set<String> asked) {
        try {
            return Scopes.of(asked);
        } catch (ScopeException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static String words(Scopes scopes) {
        return String.join(" ", scopes.words().toList());
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, why, null));
    }
}
