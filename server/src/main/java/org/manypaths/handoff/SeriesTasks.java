package org.manypaths.handoff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.manypaths.access.Origin;
import org.manypaths.transition.HandoffTasks;

/**
 * The Task at which both sides are at work already, when a newer version of a handoff is filed: two open Tasks of one
 * person would be two clocks, and the receiver would answer one and leave the other to become overdue.
 */
class SeriesTasks {

    private final DaoRegistry daos;

    SeriesTasks(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * The open Tasks of a series, that at which most was done first; empty where there is none, or where one has this
     * document already.
     *
     * @param series what all versions of one handoff share
     * @param document the identifier of the version that is filed
     * @param holder the organization that files, also where it sends for another
     * @param recipient who is asked now; a Task with which somebody else was asked in the meantime is not theirs
     */
    List<Task> open(Identifier series, Identifier document, String holder, String recipient) {
        List<Task> tasks = found(ServiceRequest.class, identified(series)).stream()
                .filter(request -> Origin.isOf(request, holder))
                .flatMap(request -> found(Task.class, about(request)).stream())
                .filter(task -> Origin.isOf(task, holder))
                .toList();
        boolean filed = tasks.stream().anyMatch(task -> has(task, document));
        return filed
                ? List.of()
                : tasks.stream()
                        .filter(HandoffTasks::isOpen)
                        .filter(task -> ("Organization/" + recipient)
                                .equals(task.getOwner().getReference()))
                        .sorted(Comparator.comparing(SeriesTasks::isUnanswered)
                                .thenComparing(Task::getAuthoredOn, Comparator.nullsFirst(Comparator.reverseOrder())))
                        .toList();
    }

    /** Whether a Task of the organization went out with this document, however that has ended. */
    boolean isFiled(Identifier document, String holder) {
        return found(
                        Task.class,
                        SearchParameterMap.newSynchronous()
                                .add(Task.SP_IDENTIFIER, new TokenParam(document.getSystem(), document.getValue())))
                .stream()
                .anyMatch(task -> Origin.isOf(task, holder));
    }

    private static boolean isUnanswered(Task task) {
        return task.getStatus() == TaskStatus.REQUESTED || task.getStatus() == TaskStatus.DRAFT;
    }

    /** Stores it in the transaction of the caller. The server writes: what the sender may do was asked of the document. */
    void update(Task task) {
        daos.getResourceDao(Task.class).update(task, new SystemRequestDetails());
    }

    private static boolean has(Task task, Identifier document) {
        return task.getIdentifier().stream()
                .anyMatch(identifier -> document.getSystem().equals(identifier.getSystem())
                        && document.getValue().equals(identifier.getValue()));
    }

    private static SearchParameterMap identified(Identifier series) {
        return SearchParameterMap.newSynchronous()
                .add(ServiceRequest.SP_IDENTIFIER, new TokenParam(series.getSystem(), series.getValue()));
    }

    private static SearchParameterMap about(ServiceRequest request) {
        return SearchParameterMap.newSynchronous()
                .add(
                        Task.SP_FOCUS,
                        new ReferenceParam(
                                "ServiceRequest/" + request.getIdElement().getIdPart()));
    }

    private <T extends Resource> List<T> found(Class<T> type, SearchParameterMap query) {
        return daos.getResourceDao(type).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(type::cast)
                .toList();
    }
}
