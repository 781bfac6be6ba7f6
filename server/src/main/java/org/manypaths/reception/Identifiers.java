package org.manypaths.reception;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;

/** The business identifiers by which those who give care, and where, are known again. */
final class Identifiers {

    private Identifiers() {}

    /** Those that say in which system they hold; none of a record that is not of a directory. */
    static Stream<Identifier> of(Resource record) {
        return all(record).flatMap(identifier -> whole(identifier).stream());
    }

    private static Stream<Identifier> all(Resource record) {
        if (record instanceof Organization organization) {
            return organization.getIdentifier().stream();
        }
        if (record instanceof Practitioner practitioner) {
            return practitioner.getIdentifier().stream();
        }
        return record instanceof Location location ? location.getIdentifier().stream() : Stream.empty();
    }

    /** The identifier, where it says in which system it holds. */
    static Optional<Identifier> whole(Identifier identifier) {
        return Optional.of(identifier).filter(known -> known.hasSystem() && known.hasValue());
    }

    static String key(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
