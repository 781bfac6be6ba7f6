package org.manypaths.narrative;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;

/**
 * Where a person stands toward a change, in words that need no training, with the term of the trade beside them.
 *
 * <p>The words follow the definitions of the code system; the code and its display stay what they are.
 */
public final class StageSpeech {

    private static final String STAGES = Canonical.BASE + "/CodeSystem/ihrp-stage-of-change";

    private static final Map<String, String> WORDS = Map.of(
            "precontemplation", "No change intended for now (Precontemplation)",
            "contemplation", "Thinking about a change (Contemplation)",
            "preparation", "Getting ready for a change (Preparation)",
            "action", "Making the change (Action)",
            "maintenance", "Keeping up the change (Maintenance)");

    private StageSpeech() {}

    /** Empty for a code of another kind, and for one whose name is plain already. */
    public static Optional<String> of(Coding coding) {
        return STAGES.equals(coding.getSystem()) && coding.hasCode()
                ? Optional.ofNullable(WORDS.get(coding.getCode()))
                : Optional.empty();
    }
}
