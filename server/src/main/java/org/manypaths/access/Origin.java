package org.manypaths.access;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.RecordFacts.Received;

/**
 * The tag that shows through which organisation a record came in.
 *
 * <p>The server writes it into whatever it gives out. In what it takes in it counts for operators and for the server's
 * own work alone; from anybody else it is dropped.
 */
public final class Origin {

    public static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-origin";

    private static final String RECEIVED = Origin.class.getName() + ".received";

    private Origin() {}

    /** States the origin of a record that the server itself, or an operator, is about to store. */
    public static void state(Resource resource, String organization) {
        Marks.erase(resource);
        erase(resource);
        resource.getMeta().addTag(SYSTEM, organization, null);
    }

    /** Whether a record, as the storage has it, came in through the organisation. */
    public static boolean isOf(Resource stored, String organization) {
        return holderOf(stored).filter(organization::equals).isPresent();
    }

    /** Through which organisation a record, as the storage has it, came in. */
    public static Optional<String> holderOf(Resource stored) {
        return Marks.of(stored).stamp().map(Stamp::holder);
    }

    /** About whom a record, as the storage has it, is; empty where that is nobody or several people. */
    public static Optional<String> personOf(Resource stored) {
        return Marks.of(stored).person();
    }

    /** Whether a record, as the storage has it, came to its holder with a document. */
    public static boolean isReceived(Resource stored) {
        return Marks.of(stored).stamp().flatMap(Stamp::received).isPresent();
    }

    /**
     * Whether a consent, as the storage has it, was filed by its holder, and neither by the person nor by an operator:
     * what it keeps back is among the holder's records.
     */
    public static boolean isForHolderAlone(Resource stored) {
        return Marks.of(stored).stamp().filter(Stamp::forHolderAlone).isPresent();
    }

    /** States on what footing a record that the server is about to store came to its holder. */
    public static void receivedUnder(Resource resource, Received footing) {
        resource.setUserData(RECEIVED, footing);
    }

    static Optional<Received> received(Resource resource) {
        return Optional.ofNullable((Received) resource.getUserData(RECEIVED));
    }

    static Optional<String> stated(Resource resource) {
        return resource.getMeta().getTag().stream()
                .filter(Origin::isOurs)
                .map(Coding::getCode)
                .findFirst();
    }

    static void erase(Resource resource) {
        if (resource.hasMeta()) {
            resource.getMeta().getTag().removeIf(Origin::isOurs);
        }
    }

    private static boolean isOurs(Coding tag) {
        return SYSTEM.equals(tag.getSystem());
    }
}
