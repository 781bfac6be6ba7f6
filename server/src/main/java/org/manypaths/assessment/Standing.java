package org.manypaths.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.conformance.Canonical;

/**
 * Whether a recorded stage of change still holds, as the server writes it into the Observation.
 *
 * <p>The search parameters {@code stage-current} and {@code substance-stage-current} rest on it.
 */
public enum Standing {
    CURRENT("current"),
    SUPERSEDED("superseded");

    static final String URL = Canonical.BASE + "/StructureDefinition/ihrp-standing";

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    /** The standing that the observation carries; empty if none, or none of ours. */
    static Optional<Standing> of(Observation observation) {
        String carried = observation.getExtensionString(URL);
        return Arrays.stream(values())
                .filter(standing -> standing.code.equals(carried))
                .findFirst();
    }

    /** Makes the observation carry exactly this standing, or none where it is empty; true if that changed anything. */
    public static boolean write(Observation observation, Optional<Standing> standing) {
        List<Extension> due = standing.map(held -> new Extension(URL, new CodeType(held.code))).stream()
                .toList();
        List<Extension> carried = observation.getExtensionsByUrl(URL);
        if (carried.size() == due.size() && (due.isEmpty() || carried.get(0).equalsDeep(due.get(0)))) {
            return false;
        }
        observation.getExtension().removeIf(extension -> URL.equals(extension.getUrl()));
        due.forEach(observation::addExtension);
        return true;
    }
}
