package org.manypaths.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Resource;

/** About whom an entry of the trail is: it is made when it is asked for, and bears no marks of its own. Pure. */
final class EventMarks {

    /** HL7 object-role: the patient. */
    private static final String PERSON = "1";

    private EventMarks() {}

    static Marks of(Resource record) {
        Set<String> people = record instanceof AuditEvent event
                ? event.getEntity().stream()
                        .filter(entity -> PERSON.equals(entity.getRole().getCode()))
                        .map(entity -> entity.getWhat().getReferenceElement())
                        .filter(what -> "Patient".equals(what.getResourceType()))
                        .map(what -> "Patient/" + what.getIdPart())
                        .collect(Collectors.toSet())
                : Set.of();
        return new Marks(Optional.empty(), people, false, List.of(), Optional.empty());
    }
}
