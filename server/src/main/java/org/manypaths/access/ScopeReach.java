package org.manypaths.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;
import org.manypaths.security.Session;

/** How far a token reaches by its scopes alone, whatever record it is about. Pure. */
final class ScopeReach {

    private ScopeReach() {}

    /** Whether the token reads every type, without criteria, of everybody of whom its holder may see anything. */
    static boolean isFree(Session session) {
        return isWhole(session, Scope.ANY, Interaction.READ, Optional.empty())
                && isWhole(session, Scope.ANY, Interaction.SEARCH, Optional.empty());
    }

    /** Whether whoever holds the token sees everything there is. */
    static boolean isFreeOperator(Session session) {
        return session.isOperator() && isFree(session);
    }

    /**
     * Whether the token allows it for every record of the type.
     *
     * @param person whose records are meant; empty: those of everybody
     */
    static boolean isWhole(Session session, String type, Interaction interaction, Optional<String> person) {
        return session.scopes().allowing(type, interaction).stream()
                .filter(scope -> scope.constraints().isEmpty())
                .anyMatch(scope -> scope.context() != Scope.Context.PATIENT
                        || (person.isPresent() && session.patient().equals(person)));
    }

    /** Whether the token reads the type by criteria alone. */
    static boolean isByCriteria(Session session, String type) {
        List<Scope> reading = Stream.of(Interaction.READ, Interaction.SEARCH)
                .flatMap(interaction -> session.scopes().allowing(type, interaction).stream())
                .toList();
        return !reading.isEmpty()
                && reading.stream().noneMatch(scope -> scope.constraints().isEmpty());
    }

    /** Refused as beyond the scopes where it does not. */
    static void requireWhole(Session session, String type, Interaction interaction, Optional<String> person) {
        ScopeRules.require(session, type, interaction);
        if (!isWhole(session, type, interaction, person)) {
            throw AccessCode.SCOPE.refusal(
                    "The token allows this for some " + type + " alone, and this operation does not look at them one by"
                            + " one.",
                    "Ask for a token with a scope for " + type + " without criteria"
                            + (person.isPresent() ? "." : ", and not for one person alone."));
        }
    }
}
