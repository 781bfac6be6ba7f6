package org.manypaths.reception;

import java.util.Optional;
import org.manypaths.handoff.digest.DocumentDigest;

/**
 * Who put a document together, as far as it says so itself.
 *
 * @param sender a digest of where its custodian, or else its author, stands in it, or else of the author's name;
 *     empty where it does not say
 * @param signed whether it was signed off
 */
record Teller(String sender, boolean signed) {

    /** Nobody knows whether two of these are one. */
    private static final String UNKNOWN = "";

    static Teller of(Arrived arrived) {
        String sender = arrived.address(arrived.composition().getCustodian())
                .or(() -> arrived.address(arrived.composition().getAuthorFirstRep()))
                .or(() -> Optional.ofNullable(
                        arrived.composition().getAuthorFirstRep().getDisplay()))
                .map(DocumentDigest::ofText)
                .orElse(UNKNOWN);
        return new Teller(sender, arrived.stated().isPresent());
    }

    /** Whether what this one tells takes the place of what the other has told: it is the same, and signs off as it did. */
    boolean follows(Teller before) {
        return !sender.equals(UNKNOWN) && sender.equals(before.sender) && (signed || !before.signed);
    }
}
