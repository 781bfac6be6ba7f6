package org.manypaths.audit;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manypaths.security.Interaction;
import org.manypaths.security.Scope;
import org.manypaths.security.Session;

/**
 * Which part of the trail somebody may see: operators all of it, a person what is about them, a programme what is about
 * the records that it holds.
 *
 * @param person logical id of the Patient; empty: not narrowed by person
 * @param holders logical ids of organisations; empty: not narrowed by holder
 */
record Viewer(Optional<String> person, Optional<Set<String>> holders) {

    static Viewer of(Session session) {
        Viewer viewer = byRole(session);
        return isForOnePerson(session) && viewer.person().isEmpty()
                ? new Viewer(session.patient().or(() -> Optional.of("")), viewer.holders())
                : viewer;
    }

    /** Whether the scopes of the token are about one person alone. */
    private static boolean isForOnePerson(Session session) {
        return Stream.of(Interaction.READ, Interaction.SEARCH)
                .flatMap(interaction -> session.scopes().allowing("AuditEvent", interaction).stream())
                .allMatch(scope -> scope.context() == Scope.Context.PATIENT);
    }

    private static Viewer byRole(Session session) {
        return switch (session.role()) {
            case OPERATOR -> new Viewer(Optional.empty(), Optional.empty());
            // A token for a person that names none sees nothing.
            case PERSON -> new Viewer(Optional.of(session.caller().person().orElse("")), Optional.empty());
            case CLIENT, USER ->
                new Viewer(Optional.empty(), Optional.of(session.caller().programmes()));
        };
    }

    boolean seesEverything() {
        return person.isEmpty() && holders.isEmpty();
    }
}
