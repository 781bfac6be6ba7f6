package org.manypaths.security;

import java.util.EnumSet;
import java.util.Set;

/** What a scope lets its holder do with a type; the letters of SMART scopes v2, in their order. */
public enum Interaction {
    CREATE('c'),
    READ('r'),
    UPDATE('u'),
    DELETE('d'),
    SEARCH('s');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** The interactions that letters such as {@code rs} stand for. */
    static Set<Interaction> parse(String letters) {
        EnumSet<Interaction> interactions = EnumSet.noneOf(Interaction.class);
        int at = 0;
        for (Interaction interaction : values()) {
            if (at < letters.length() && letters.charAt(at) == interaction.letter) {
                interactions.add(interaction);
                at++;
            }
        }
        if (at != letters.length() || interactions.isEmpty()) {
            throw new ScopeException(
                    "The letters after the point are some of c, r, u, d, s, in this order: " + letters);
        }
        return interactions;
    }
}
