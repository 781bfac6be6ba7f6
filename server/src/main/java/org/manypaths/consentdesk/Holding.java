package org.manypaths.consentdesk;

import java.util.HashSet;
import java.util.Set;
import org.manypaths.consent.ConsentRecord;

/**
 * Who stores a consent, for the decision takes it to speak for that one's records alone.
 *
 * @param holder logical id of the organisation
 * @param programmes those that its systems work for, in whose name it hands plans over
 * @param received whether it came with a document, so that nothing rests on it
 * @param alone whether what it keeps back, too, is among the holder's records alone
 */
record Holding(String holder, Set<String> programmes, boolean received, boolean alone) {

    Holding {
        programmes = Set.copyOf(programmes);
    }

    boolean speaksIn(ConsentRecord consent) {
        return consent.discloser().contains(holder);
    }

    /** Of those who may tell, whose records go only in a handoff that the holder makes for them. */
    Set<String> handedOverFor(ConsentRecord consent) {
        Set<String> handed = new HashSet<>(consent.discloser());
        handed.retainAll(programmes);
        handed.remove(holder);
        return handed;
    }

    /** Of those who may tell, for whom the consent does not speak. */
    Set<String> silent(ConsentRecord consent) {
        Set<String> silent = new HashSet<>(consent.discloser());
        silent.removeAll(programmes);
        silent.remove(holder);
        return silent;
    }
}
