package org.manypaths.substanceprofile;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.manypaths.assessment.AssessmentCodes;
import org.manypaths.handoff.Holds;
import org.manypaths.search.WholeSearch;

/** Collects the meanings of a person's use, and what may serve the same needs, as far as the caller may see them. */
class NeedsCollector {

    private static final Set<GoalLifecycleStatus> GOAL_ENDED =
            EnumSet.of(GoalLifecycleStatus.CANCELLED, GoalLifecycleStatus.REJECTED, GoalLifecycleStatus.ENTEREDINERROR);
    private static final Set<ServiceRequestStatus> SERVICE_ENDED =
            EnumSet.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);
    private static final Set<MedicationRequestStatus> MEDICINE_ENDED = EnumSet.of(
            MedicationRequestStatus.STOPPED, MedicationRequestStatus.CANCELLED, MedicationRequestStatus.ENTEREDINERROR);

    private final DaoRegistry daos;

    NeedsCollector(DaoRegistry daos) {
        this.daos = daos;
    }

    List<Observation> meanings(ReferenceParam person, RequestDetails caller) {
        return observations(person, "meaning-of-use", caller).toList();
    }

    /** Goals, services, medicines and skills that were not given up. */
    List<DomainResource> alternatives(ReferenceParam person, RequestDetails caller) {
        return Stream.of(
                        found(Goal.class, about(person, Goal.SP_PATIENT), caller)
                                .filter(goal -> !GOAL_ENDED.contains(goal.getLifecycleStatus())),
                        found(ServiceRequest.class, about(person, ServiceRequest.SP_PATIENT), caller)
                                .filter(service -> !SERVICE_ENDED.contains(service.getStatus())),
                        found(MedicationRequest.class, about(person, MedicationRequest.SP_PATIENT), caller)
                                .filter(medicine -> !MEDICINE_ENDED.contains(medicine.getStatus())),
                        observations(person, "self-management-skill", caller))
                .flatMap(found -> found)
                .map(DomainResource.class::cast)
                .toList();
    }

    private Stream<Observation> observations(ReferenceParam person, String code, RequestDetails caller) {
        SearchParameterMap query = about(person, Observation.SP_PATIENT)
                .add(Observation.SP_CODE, new TokenParam(AssessmentCodes.OBSERVATION, code));
        return found(Observation.class, query, caller).filter(Holds::isSo);
    }

    private static SearchParameterMap about(ReferenceParam person, String parameter) {
        return new SearchParameterMap().add(parameter, person);
    }

    private <T extends Resource> Stream<T> found(Class<T> type, SearchParameterMap query, RequestDetails caller) {
        return WholeSearch.of(daos.getResourceDao(type), query, caller).stream();
    }
}
