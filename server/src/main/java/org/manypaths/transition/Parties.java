package org.manypaths.transition;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** Looks up whom and what a handoff refers to, in the transaction of the caller. */
class Parties {

    private static final Set<AppointmentStatus> OFF =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR);

    private final DaoRegistry daos;

    Parties(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Who takes over: the owner, or while there is none those whom the request asks. */
    Set<String> owners(Task task) {
        if (task.hasOwner()) {
            return PartyRules.organizations(task.getOwner());
        }
        return read(ServiceRequest.class, task.getFocus()).map(this::performers).orElse(Set.of());
    }

    Set<String> performers(ServiceRequest request) {
        return request.getPerformer().stream()
                .flatMap(performer -> PartyRules.organizations(performer).stream())
                .collect(Collectors.toSet());
    }

    /** When the booked visit begins: as its Appointment says, unless it was called off, or else the period of the task. */
    Optional<Instant> visit(Task task) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .filter(reference ->
                        "Appointment".equals(reference.getReferenceElement().getResourceType()))
                .flatMap(reference -> read(Appointment.class, reference).stream())
                .filter(appointment -> appointment.hasStart() && !OFF.contains(appointment.getStatus()))
                .map(appointment -> appointment.getStart().toInstant())
                .max(Instant::compareTo)
                .or(() -> Optional.of(task)
                        .filter(Task::hasExecutionPeriod)
                        .map(handoff -> handoff.getExecutionPeriod().getStart())
                        .map(start -> start.toInstant()));
    }

    private <R extends IBaseResource> Optional<R> read(Class<R> type, Reference reference) {
        IIdType id = reference.getReferenceElement();
        if (!id.hasIdPart() || id.isAbsolute() || !type.getSimpleName().equals(id.getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(daos.getResourceDao(type).read(id.toVersionless(), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
