package org.manypaths.reception;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.handoff.digest.DocumentDigest;

/**
 * Who put a document together, as far as it says so itself.
 *
 * @param sender a digest of where its custodian, or else its first author, stands in it, or else of the identifier by
 *     which it refers to them; empty where it does neither, for a name that is shown is nobody's alone
 * @param signed whether it was signed off
 */
record Teller(String sender, boolean signed) {

    /** Nobody knows whether two of these are one. */
    private static final String UNKNOWN = "";

    static Teller of(Arrived arrived) {
        String sender = Stream.of(
                        arrived.composition().getCustodian(),
                        arrived.composition().getAuthorFirstRep())
                .flatMap(named -> name(named, arrived).stream())
                .findFirst()
                .map(DocumentDigest::ofText)
                .orElse(UNKNOWN);
        return new Teller(sender, arrived.stated().isPresent());
    }

    /** An address has no space in it: none is an identifier. */
    private static Optional<String> name(Reference named, Arrived arrived) {
        return arrived.address(named).or(() -> Identifiers.whole(named.getIdentifier())
                .map(identifier -> "identifier " + Identifiers.key(identifier)));
    }

    /** Whether what this one tells takes the place of what the other has told: it is the same, and signs off as it did. */
    boolean follows(Teller before) {
        return !sender.equals(UNKNOWN) && sender.equals(before.sender) && (signed || !before.signed);
    }
}
