package org.manypaths.consent;

import java.util.Set;

/** To whom a consent lets out: by name, or by class (42 CFR 2.31(a)(4)). */
public sealed interface Recipients {

    /** Whether it has to be known who treats the person now. */
    default boolean asksWhoTreats() {
        return false;
    }

    /** Organisations by name. */
    record Named(Set<String> organizations) implements Recipients {
        public Named {
            organizations = Set.copyOf(organizations);
        }
    }

    /** Whoever asks: what a person keeps back without naming anybody. */
    record Anybody() implements Recipients {}

    /** "My treating providers": whoever has a treating relationship with the person when the record is asked for. */
    record TreatingProviders() implements Recipients {
        @Override
        public boolean asksWhoTreats() {
            return true;
        }
    }

    /**
     * An intermediary, for participants by name or those with a treating relationship (42 CFR 2.31(a)(4)(ii)(B)).
     *
     * @param participants by name; empty when the consent says "my treating providers among its participants"
     */
    record ThroughIntermediary(String intermediary, Set<String> participants) implements Recipients {
        public ThroughIntermediary {
            participants = Set.copyOf(participants);
        }

        @Override
        public boolean asksWhoTreats() {
            return participants.isEmpty();
        }
    }
}
