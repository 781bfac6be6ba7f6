package org.manypaths.handoff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gate.Passage;

/**
 * All that is held about a person, and between whom their care changes hands.
 *
 * @param all every record of the person and what those refer to; the others are among them
 * @param ours logical ids of the organizations for which the caller works
 */
record PersonRecord(
        CarePlan plan,
        Patient person,
        Organization sender,
        Organization recipient,
        List<Resource> all,
        Set<String> ours) {

    PersonRecord {
        all = List.copyOf(all);
        ours = Set.copyOf(ours);
    }

    Optional<Resource> find(String key) {
        return all.stream().filter(record -> Passage.key(record).equals(key)).findFirst();
    }
}
