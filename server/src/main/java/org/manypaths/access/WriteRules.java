package org.manypaths.access;

import org.manypaths.security.Interaction;
import org.manypaths.security.Role;

/** Who may write which types at all. Pure. */
final class WriteRules {

    private WriteRules() {}

    static void require(Sight sight, String type, Interaction interaction) {
        ScopeRules.require(sight.session(), type, interaction);
        if (sight.isUnlimited()) {
            return;
        }
        if (AccessTypes.DEFINITIONS.contains(type) || AccessTypes.GUARDED_ELSEWHERE.contains(type)) {
            throw AccessCode.INTERACTION.refusal(type + " is written by those who run this server alone.", "Ask them.");
        }
        if (sight.session().role() == Role.PERSON) {
            throw AccessCode.INTERACTION.refusal(
                    "Records are written by those who hold them.",
                    "Add a correction or a disagreement with the operation for it, or ask the holder.");
        }
    }
}
