package org.manypaths.prescriber;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.manypaths.access.TokenScopes;
import org.manypaths.handoff.gap.CourseReader;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/** What a proposal has to keep to, when it is made and when it is accepted. Pure. */
final class ProposalRules {

    private static final Set<CarePlanStatus> CLOSED =
            EnumSet.of(CarePlanStatus.COMPLETED, CarePlanStatus.REVOKED, CarePlanStatus.ENTEREDINERROR);

    private ProposalRules() {}

    static void requireOpen(CarePlan plan) {
        if (CLOSED.contains(plan.getStatus())) {
            throw ProposalCode.PLAN_CLOSED.refusal(
                    "The plan has ended: it is " + plan.getStatus().toCode() + ".",
                    "Propose the medicine for the plan that the person has now.",
                    "CarePlan.status");
        }
    }

    /** Of two proposals for one order the first that is accepted takes its place. */
    static void requireStanding(MedicationRequest replaced) {
        if (!CourseReader.isStanding(replaced)) {
            throw ProposalCode.REPLACED.refusal(
                    "The order that it would replace stands no more: it is "
                            + replaced.getStatus().toCode() + ".",
                    "Decline the proposal; whoever still wants another medicine proposes it in place of one that stands.",
                    "MedicationRequest.priorPrescription");
        }
    }

    /** @param person of the plan */
    static void requireScopes(Session session, String person) {
        List<String> missing = Stream.of("MedicationRequest", "Task")
                .filter(type -> !TokenScopes.allowsAll(session, type, Interaction.CREATE, person))
                .toList();
        if (!missing.isEmpty()) {
            throw ProposalCode.SCOPE.refusal(
                    "The token does not let its holder create every " + String.join(" and ", missing)
                            + " about the person.",
                    "Ask for a token with system/MedicationRequest.c and system/Task.c.");
        }
    }

    /** @param base the address of the FHIR endpoint: a person of another server is somebody else */
    static void requireSamePerson(MedicationRequest order, CarePlan plan, String base) {
        String person = "Patient/" + plan.getSubject().getReferenceElement().getIdPart();
        Set<String> theirs = Set.of(person, base + "/" + person);
        if (order.hasSubject()
                && !theirs.contains(String.valueOf(order.getSubject().getReference()))) {
            throw ProposalCode.OTHER_PERSON.refusal(
                    "The order is for somebody else than the plan.",
                    "Leave the subject out: it is the person of the plan.",
                    "MedicationRequest.subject");
        }
    }
}
