package org.manypaths.reception;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.address.PublicAddress;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentState;

/** How the consents in a document stand now, where they stand on this very server: the document has them as they were. */
class StandingConsents {

    private final Shelf shelf;
    private final SenderTasks senders;
    private final PublicAddress address;

    StandingConsents(Shelf shelf, SenderTasks senders, PublicAddress address) {
        this.shelf = shelf;
        this.senders = senders;
        this.address = address;
    }

    /** Those that are known here, by their address or by an identifier, and let nothing out any more. */
    List<Consent> ended(Arrived arrived, String receiver, Instant now) {
        Set<String> holders = senders.of(arrived);
        holders.add(receiver);
        return arrived.all(Consent.class)
                .filter(consent -> hasEnded(arrived, consent, holders, now))
                .toList();
    }

    private boolean hasEnded(Arrived arrived, Consent consent, Set<String> holders, Instant now) {
        Predicate<Resource> inForce = known -> known instanceof Consent here
                && ConsentState.at(ConsentReader.read(here), now) == ConsentState.IN_FORCE;
        Optional<String> place = arrived.here(consent, address.fhirBase());
        if (place.isPresent()) {
            return shelf.find(place.get()).filter(inForce).isEmpty();
        }
        // Anybody can give a consent of theirs any identifier: what others hold ends nothing.
        List<Consent> known = consent.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .flatMap(identifier -> shelf.consents(identifier).stream())
                .filter(here -> Origin.holderOf(here).filter(holders::contains).isPresent())
                .toList();
        return !known.isEmpty() && known.stream().noneMatch(inForce);
    }
}
