package org.manypaths.consentdesk;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.Recipients;

/** That what a person took back goes by another consent all the same. Pure. */
final class StillOpen {

    private final ScopeWords words;

    /** @param names how an organisation is called, by its id */
    StillOpen(UnaryOperator<String> names) {
        words = new ScopeWords(names);
    }

    /**
     * What another consent lets go to some of those to whom the ended one did.
     *
     * @param other one that is in force
     */
    List<String> sentences(ConsentRecord ended, ConsentRecord other) {
        return other.letsOut().stream()
                .filter(scope -> !scope.kinds().isEmpty())
                .filter(scope -> ended.permits().stream().anyMatch(before -> reachesTheSame(before, scope)))
                .map(scope -> "Another consent still lets what is known about " + words.what(scope) + ", go to "
                        + words.recipients(scope.recipients()) + ": Consent/" + other.id() + ".")
                .toList();
    }

    /** Of a class, such as those who treat the person, it is not known beforehand who is in it. */
    private static boolean reachesTheSame(ConsentScope one, ConsentScope other) {
        return !(one.recipients() instanceof Recipients.Named first)
                || !(other.recipients() instanceof Recipients.Named second)
                || !Collections.disjoint(first.organizations(), second.organizations());
    }
}
