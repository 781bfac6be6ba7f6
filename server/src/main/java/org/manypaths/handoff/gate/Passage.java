package org.manypaths.handoff.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.ConsentState;

/**
 * What the gate lets through.
 *
 * @param travels the records that may go, as {@code Type/id}
 * @param restsOn the consents that any of them needs to go; empty where all of them go on another ground
 * @param hidesNoMedicine whether all that the sender may hold about medicines and substance use would go, whatever is
 *     held: by what the person signed, so that it tells nothing of what is there
 * @param named where the consent that the sender named stands; empty if none was named or there is none of that name
 */
public record Passage(
        Set<String> travels, List<Consent> restsOn, boolean hidesNoMedicine, Optional<ConsentState> named) {

    public Passage {
        travels = Set.copyOf(travels);
        restsOn = List.copyOf(restsOn);
    }

    public boolean lets(Resource resource) {
        return travels.contains(key(resource));
    }

    /** Its type and its id. */
    public static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
