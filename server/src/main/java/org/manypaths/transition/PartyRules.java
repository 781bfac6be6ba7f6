package org.manypaths.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.refusal.Issue;

/** Who can be a side of a handoff: an organisation, for who works where is said by anybody. Pure. */
final class PartyRules {

    private static final String ORGANIZATION = "Organization";

    private PartyRules() {}

    /** Ids of the organisations that the reference names: one, or none. */
    static Set<String> organizations(Reference party) {
        IIdType id = party.getReferenceElement();
        boolean ours = id.hasIdPart() && !id.isAbsolute() && ORGANIZATION.equals(id.getResourceType());
        return ours ? Set.of(id.getIdPart()) : Set.of();
    }

    /** What stands in the way of those whom a write names anew. */
    static List<Issue> named(Task from, Task to) {
        List<Issue> issues = new ArrayList<>();
        addUnlessOrganization("requester", from.getRequester(), to.getRequester(), issues);
        addUnlessOrganization("owner", from.getOwner(), to.getOwner(), issues);
        if (!to.getOwner().isEmpty()
                && !to.getOwner().hasReference()
                && !from.getOwner().equalsDeep(to.getOwner())) {
            issues.add(TransitionCode.OWNER
                    .issue("The owner is named without a reference, and nobody here would see the handoff by it.")
                    .remedy(
                            "Refer to the Organization that takes over, as in Organization/[id]; or leave owner out where the"
                                    + " request names it as its performer.")
                    .at("Task.owner"));
        }
        return issues;
    }

    private static void addUnlessOrganization(String element, Reference from, Reference to, List<Issue> issues) {
        boolean stays = Objects.equals(from.getReference(), to.getReference());
        if (!stays && to.hasReference() && !isOrganization(to)) {
            issues.add(TransitionCode.PARTY
                    .issue("The " + element + " of a handoff is an organisation.")
                    .remedy("Name the Organization that answers for it; a person's name can stand in note.")
                    .at("Task." + element));
        }
    }

    /** What a name within a transaction stands for is not known yet; if it is nobody's, it opens nothing. */
    private static boolean isOrganization(Reference party) {
        return ORGANIZATION.equals(party.getReferenceElement().getResourceType())
                || party.getReference().startsWith("urn:")
                || party.getReference().startsWith(ORGANIZATION + "?");
    }
}
