package org.manypaths.access;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Resource;

/** A visit of several people is its holder's alone as a whole; of what it tells of one of them, that one's consents decide. */
public final class GroupRecords {

    private GroupRecords() {}

    /**
     * The visit as if it were about one of its people alone; empty where it is no visit of several, or not of theirs.
     *
     * @param stored as the storage has it
     * @param person logical id
     */
    public static Optional<Resource> asOf(String person, Resource stored) {
        boolean several = stored instanceof Appointment
                && PersonRules.people(stored).size() > 1
                && PersonRules.people(stored).contains("Patient/" + person);
        return several
                ? Marks.of(stored).stamp().map(stamp -> {
                    Resource theirs = stored.copy();
                    Marks.about(person, stamp).write(theirs);
                    return theirs;
                })
                : Optional.empty();
    }
}
