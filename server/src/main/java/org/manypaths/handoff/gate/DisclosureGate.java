package org.manypaths.handoff.gate;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** The one place that is asked which records may leave with a handoff. Deny is the default of every implementation. */
public interface DisclosureGate {

    /**
     * What of a person's records may go.
     *
     * @param records all that is held about the person, the consents among them; of those of others none travels
     */
    Passage open(Question question, List<Resource> records);
}
