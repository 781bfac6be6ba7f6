package org.manypaths.transition;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.access.Origin;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentState;

/** On which consents a handoff rests, and what becomes of it without them. Pure; the time is handed in. */
final class ConsentedRules {

    private static final String PARTS = Canonical.BASE + "/CodeSystem/ihrp-handoff-part";
    private static final String SCOPE = Canonical.BASE + "/StructureDefinition/ihrp-consent-scope";
    private static final String ISSUES = Canonical.BASE + "/CodeSystem/ihrp-issue";

    private ConsentedRules() {}

    /** Ids of the consents that the handoff names as those on which it rests; empty where it names none. */
    static Set<String> named(Task task) {
        Stream<Type> inputs = task.getInput().stream()
                .filter(input -> input.getType().hasCoding(PARTS, "consent"))
                .map(Task.ParameterComponent::getValue);
        Stream<Type> scopes = task.getExtensionsByUrl(SCOPE).stream()
                .flatMap(scope -> scope.getExtensionsByUrl("consent").stream())
                .map(Extension::getValue);
        return Stream.concat(inputs, scopes)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReferenceElement())
                .filter(id -> "Consent".equals(id.getResourceType()) && id.hasIdPart() && !id.isAbsolute())
                .map(id -> id.getIdPart())
                .collect(Collectors.toSet());
    }

    /**
     * Whether the consent lets the receiving side see anything of what the holder of the Task keeps.
     *
     * @param consent as the storage has it
     * @param task as the storage has it
     */
    static boolean letsSee(Consent consent, Task task, Instant now) {
        Optional<String> holder = Origin.holderOf(task);
        Set<String> owner = PartyRules.organizations(task.getOwner());
        ConsentRecord record = ConsentReader.read(consent);
        return holder.isPresent()
                && holder.equals(Origin.holderOf(consent))
                && !Origin.isReceived(consent)
                && record.discloser().contains(holder.get())
                && ConsentState.at(record, now) == ConsentState.IN_FORCE
                && owner.stream().anyMatch(organization -> !record.letsOutTo(organization)
                        .isEmpty());
    }

    /** The handoff as the asking side finds it: ended, with the reason, and waiting for nothing. */
    static void end(Task task) {
        if (HandoffState.of(task).business() == BusinessStatus.OVERDUE) {
            boolean unanswered = task.getStatus() == TaskStatus.REQUESTED;
            task.setBusinessStatus((unanswered ? BusinessStatus.SENT : BusinessStatus.RECEIVED).concept());
        }
        task.setStatus(TaskStatus.CANCELLED)
                .setStatusReason(new CodeableConcept(
                                new Coding(ISSUES, "handoff/consent-not-in-force", "Handoff: consent not in force"))
                        .setText("The consent on which this handoff rests is not in force any more, and the receiving"
                                + " side sees nothing of it. Ask the person how they want to go on; what another consent"
                                + " lets go is handed over anew."));
        HandoffClock.write(task, Optional.empty());
    }
}
