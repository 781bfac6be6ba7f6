package org.manypaths.access;

import java.util.Optional;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/** What operations that write on their own ask of the token beside all else. */
public final class TokenScopes {

    private TokenScopes() {}

    /**
     * Refuses a token that allows this for no record of the type.
     *
     * @throws org.manypaths.refusal.Refusal 403 {@code access/scope}
     */
    public static void require(Session session, String type, Interaction interaction) {
        ScopeRules.require(session, type, interaction);
    }

    /** Whether the token allows this for every record of the type about the person. */
    public static boolean allowsAll(Session session, String type, Interaction interaction, String person) {
        return ScopeReach.isWhole(session, type, interaction, Optional.of(person));
    }
}
