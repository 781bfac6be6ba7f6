package org.manypaths.transition;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.access.Origin;
import org.manypaths.refusal.Issue;

/** Whether all that a handoff names is about the one person whom it is for. */
class SamePerson {

    private final DaoRegistry daos;

    SamePerson(DaoRegistry daos) {
        this.daos = daos;
    }

    /** What stands in the way of that which a write names anew; what stood there before stays. */
    List<Issue> findings(Task from, Task to) {
        List<Issue> issues = new ArrayList<>();
        String person = String.valueOf(to.getFor().getReferenceElement().getIdPart());
        boolean asked =
                !from.getFocus().equalsDeep(to.getFocus()) || !from.getFor().equalsDeep(to.getFor());
        if (asked
                && read(to.getFocus())
                        .filter(ServiceRequest.class::isInstance)
                        .map(request -> ((ServiceRequest) request).getSubject().getReferenceElement())
                        .filter(subject -> !person.equals(subject.getIdPart()))
                        .isPresent()) {
            issues.add(TransitionCode.FIXED
                    .issue("The handoff is for another person than the request that it asks to carry out.")
                    .remedy("Send in for the subject of the ServiceRequest in focus.")
                    .at("Task.for", "Task.focus"));
        }
        addOfOthers("input", inputs(from), inputs(to), person, issues);
        addOfOthers("output", outputs(from), outputs(to), person, issues);
        return issues;
    }

    private void addOfOthers(String element, List<Type> from, List<Type> to, String person, List<Issue> issues) {
        boolean others = to.stream()
                .filter(value ->
                        value instanceof Reference && from.stream().noneMatch(stood -> stood.equalsDeep(value)))
                .flatMap(value -> read((Reference) value).stream())
                .flatMap(record -> Origin.personOf(record).stream())
                .anyMatch(other -> !isSame(person, other));
        if (others) {
            issues.add(TransitionCode.FIXED
                    .issue("What stands in " + element + " is the record of another person.")
                    .remedy(
                            "Refer to a record of the person whom the handoff is for. If you keep that person under another"
                                    + " Patient, say so there in link.")
                    .at("Task." + element));
        }
    }

    /** The receiving side may keep the person under a Patient of its own: linked, or with an identifier of both. */
    private boolean isSame(String person, String other) {
        return person.equals(other)
                || patient(person)
                        .flatMap(one -> patient(other)
                                .filter(two -> isLinked(one, two)
                                        || isLinked(two, one)
                                        || one.getIdentifier().stream()
                                                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                                                .anyMatch(identifier -> two.getIdentifier().stream()
                                                        .anyMatch(known -> identifier
                                                                        .getSystem()
                                                                        .equals(known.getSystem())
                                                                && identifier
                                                                        .getValue()
                                                                        .equals(known.getValue())))))
                        .isPresent();
    }

    private static boolean isLinked(Patient one, Patient two) {
        return one.getLink().stream().anyMatch(link -> two.getIdElement()
                .getIdPart()
                .equals(link.getOther().getReferenceElement().getIdPart()));
    }

    private Optional<Patient> patient(String id) {
        return read(new Reference("Patient/" + id)).map(Patient.class::cast);
    }

    private static List<Type> inputs(Task task) {
        return task.getInput().stream().map(Task.ParameterComponent::getValue).toList();
    }

    private static List<Type> outputs(Task task) {
        return task.getOutput().stream().map(Task.TaskOutputComponent::getValue).toList();
    }

    /** What stands here; empty for what is elsewhere or gone, of which other rules speak. */
    private Optional<Resource> read(Reference reference) {
        IIdType id = reference.getReferenceElement();
        if (!id.hasIdPart()
                || !id.hasResourceType()
                || id.isAbsolute()
                || id.getValue().contains("?")) {
            return Optional.empty();
        }
        try {
            return Optional.of((Resource) daos.getResourceDao(id.getResourceType())
                    .read(new IdType(id.getResourceType(), id.getIdPart()), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
