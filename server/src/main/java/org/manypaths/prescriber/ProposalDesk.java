package org.manypaths.prescriber;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.access.Origin;
import org.manypaths.access.ReferenceCheck;
import org.manypaths.access.TokenScopes;
import org.manypaths.address.PublicAddress;
import org.manypaths.filing.Filing;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;
import org.manypaths.staff.Staff;

/**
 * Takes what a prescriber proposes for a plan, and carries out what the team decides of it.
 *
 * <p>The proposal is the plan holder's record from the first moment: the team sees it whoever sent it, and it goes where
 * the plan may go.
 */
class ProposalDesk {

    /** What a decision changes. */
    private static final List<String> CHANGED = List.of("Task", "MedicationRequest", "CarePlan");

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final ReferenceCheck references;
    private final PublicAddress address;
    private final Staff staff;
    private final Clock clock;

    ProposalDesk(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            ReferenceCheck references,
            PublicAddress address,
            Staff staff,
            Clock clock) {
        this.staff = staff;
        this.address = address;
        this.daos = daos;
        this.system = system;
        this.references = references;
        this.clock = clock;
    }

    /** What a prescriber sent. */
    record Sent(MedicationRequest order, Optional<String> replaces, Optional<String> words) {}

    /** Where a proposal stands, as {@code Type/id}. */
    record Filed(String task, String order) {}

    Filed propose(IdType planId, Sent sent, Session session, RequestDetails caller) {
        CarePlan seen = daos.getResourceDao(CarePlan.class).read(planId.toVersionless(), caller);
        ProposalRules.requireScopes(
                session, String.valueOf(seen.getSubject().getReferenceElement().getIdPart()));
        ProposalRules.requireOpen(seen);
        ProposalRules.requireSamePerson(sent.order(), seen, address.fhirBase());
        references.require(sent.order(), session, caller);
        requireOwnName(sent.order(), session);
        Optional<MedicationRequest> replaces = sent.replaces().map(place -> requireOrder(place, seen, caller));
        String team = Origin.holderOf(find(CarePlan.class, planId)).orElseThrow();
        Proposal proposal = new Proposal(
                seen,
                sent.order(),
                replaces,
                sent.words(),
                organization(session.caller().organization()),
                OffsetDateTime.now(clock));
        Filing filing = new Filing(team);
        String draft = filing.add(proposal.draft(), "Parameters.parameter.where(name = 'order').resource");
        filing.add(proposal.task(draft, organization(team)), "");
        List<String> stored = filing.carryOut(system);
        return new Filed(stored.get(1), stored.get(0));
    }

    /** Nobody proposes in the name of another. A name without a reference is as good as none: the server writes who it was. */
    private void requireOwnName(MedicationRequest order, Session session) {
        if (order.getRequester().hasReference() && !staff.maySignAs(session, order.getRequester())) {
            throw ProposalCode.NOT_YOURS.refusal(
                    "The order is signed by somebody who does not propose for your organisation.",
                    "Leave requester out, or refer to your organisation or to a Practitioner or PractitionerRole that it"
                            + " has recorded as its own.",
                    "Parameters.parameter.where(name = 'order').resource.requester");
        }
    }

    /** @throws org.manypaths.refusal.Refusal unless the caller's organisation holds the plan, and nobody decided yet */
    Filed decide(IdType taskId, ProposalDecision decision, Session session, RequestDetails caller) {
        CHANGED.forEach(type -> TokenScopes.require(session, type, Interaction.UPDATE));
        daos.getResourceDao(Task.class).read(taskId.toVersionless(), caller);
        Task task = find(Task.class, taskId);
        if (!Proposal.isOne(task)) {
            throw notAProposal();
        }
        String team = Origin.holderOf(task).orElseThrow();
        if (!session.caller().organization().equals(team)
                && !session.caller().programmes().contains(team)) {
            throw ProposalCode.NOT_YOURS.refusal(
                    "The team of the plan decides, and you do not belong to it.", "Wait for its answer in the Task.");
        }
        if (!ProposalDecision.isOpen(task)) {
            throw ProposalCode.DECIDED.refusal(
                    "The proposal was decided before: the Task is "
                            + task.getStatus().toCode() + ".",
                    "Read the Task; whoever still wants another medicine proposes it anew.");
        }
        MedicationRequest draft = named(MedicationRequest.class, task.getFocus());
        Optional<MedicationRequest> replaced = Optional.of(draft.getPriorPrescription())
                .filter(Reference::hasReference)
                .map(prior -> named(MedicationRequest.class, prior));
        CarePlan plan = named(CarePlan.class, task.getBasedOnFirstRep());
        ProposalDecision.Subject subject = new ProposalDecision.Subject(task, draft, replaced, plan);
        requireAllOf(team, subject);
        if (decision.accepted()) {
            ProposalRules.requireOpen(plan);
            replaced.ifPresent(ProposalRules::requireStanding);
        }
        Filing filing = new Filing(team);
        decision.carryOut(subject, OffsetDateTime.now(clock))
                .forEach(changed ->
                        filing.put(changed, Optional.of(changed.getIdElement().getVersionIdPart()), ""));
        filing.carryOut(system);
        return new Filed(place(task), place(draft));
    }

    /** Anybody can write a Task that points at records of others: what a decision changes is the team's own, or nothing. */
    private static void requireAllOf(String team, ProposalDecision.Subject subject) {
        boolean own = Stream.concat(Stream.of(subject.draft(), subject.plan()), subject.replaced().stream())
                .allMatch(record -> Origin.isOf(record, team));
        boolean proposed = subject.draft().getIntent() == MedicationRequestIntent.PROPOSAL
                && subject.draft().getStatus() == MedicationRequestStatus.DRAFT;
        if (!own || !proposed) {
            throw notAProposal();
        }
    }

    private static Refusal notAProposal() {
        return ProposalCode.NOT_A_PROPOSAL.refusal(
                "The Task holds no proposed medicine.",
                "Name a Task that $propose-medicine has made, with a draft of your own plan.");
    }

    /** What is to be replaced has to be there for the caller, stand, and be for the same person. */
    private MedicationRequest requireOrder(String place, CarePlan plan, RequestDetails caller) {
        IdType id = here(place);
        if (!id.isAbsolute() && "MedicationRequest".equals(id.getResourceType()) && id.hasIdPart()) {
            try {
                MedicationRequest order =
                        daos.getResourceDao(MedicationRequest.class).read(id, caller);
                if (order.getSubject()
                        .getReferenceElement()
                        .getIdPart()
                        .equals(plan.getSubject().getReferenceElement().getIdPart())) {
                    ProposalRules.requireStanding(order);
                    return order;
                }
            } catch (ResourceNotFoundException | ResourceGoneException e) {
                // The same answer as for one of somebody else.
            }
        }
        throw ProposalCode.REPLACES.refusal(
                "There is no such order of the person for you.",
                "Name an order of $prescriber-view, such as MedicationRequest/[id], or leave it out.");
    }

    /** By its name, where it has one. */
    private Reference organization(String id) {
        Reference reference = new Reference("Organization/" + id);
        try {
            reference.setDisplay(find(Organization.class, new IdType(id)).getName());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            // What is not registered here has no name here.
        }
        return reference;
    }

    /** As it is named here: what another server has under the same id is another record. */
    private IdType here(String place) {
        String prefix = address.fhirBase() + "/";
        return new IdType(place.startsWith(prefix) ? place.substring(prefix.length()) : place);
    }

    private <T extends Resource> T named(Class<T> type, Reference reference) {
        IdType id = here(String.valueOf(reference.getReference()));
        if (id.isAbsolute() || !type.getSimpleName().equals(id.getResourceType())) {
            throw notAProposal();
        }
        return find(type, id);
    }

    private <T extends Resource> T find(Class<T> type, IdType id) {
        return daos.getResourceDao(type)
                .read(new IdType(type.getSimpleName(), id.getIdPart()), new SystemRequestDetails());
    }

    private static String place(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
