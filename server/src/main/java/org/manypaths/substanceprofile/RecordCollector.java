package org.manypaths.substanceprofile;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IDao;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.assessment.AssessmentCodes;
import org.manypaths.search.WholeSearch;

/**
 * Collects what is stored about a person's substances.
 *
 * <p>Everything is searched for as if the caller had searched for it, so that what the caller may not see is not here.
 */
class RecordCollector {

    private static final List<String> CODES = List.of(
            "substance-use",
            "return-to-use-event",
            AssessmentCodes.STAGE_OF_CHANGE,
            "readiness-ruler",
            "readiness-importance",
            "readiness-confidence",
            "medication-buy-in",
            "meaning-of-use");

    private final DaoRegistry daos;

    RecordCollector(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Fails as a read of the person does: not found, or gone. */
    void requirePerson(IdType person, RequestDetails caller) {
        daos.getResourceDao(Patient.class).read(person.toVersionless(), caller);
    }

    PersonRecord collect(IdType person, AsOf asOf, RequestDetails caller) {
        TokenOrListParam codes = new TokenOrListParam();
        CODES.forEach(code -> codes.add(new TokenParam(AssessmentCodes.OBSERVATION, code)));
        return new PersonRecord(
                found(Observation.class, about(person, Observation.SP_SUBJECT).add(Observation.SP_CODE, codes), caller),
                found(Goal.class, about(person, Goal.SP_SUBJECT), caller).stream()
                        .map(goal -> EarlierStates.mayHaveChanged(goal, asOf)
                                ? EarlierStates.goal(versions(Goal.class, goal, caller), asOf)
                                : goal)
                        .toList(),
                found(MedicationRequest.class, about(person, MedicationRequest.SP_SUBJECT), caller).stream()
                        .map(request -> EarlierStates.mayHaveChanged(request, asOf)
                                ? EarlierStates.request(versions(MedicationRequest.class, request, caller), asOf)
                                : request)
                        .toList(),
                found(MedicationStatement.class, about(person, MedicationStatement.SP_SUBJECT), caller));
    }

    /** The order in which the observations were first stored: their internal numbers rise with it. */
    static Map<String, Long> arrivals(List<Observation> observations) {
        Map<String, Long> arrivals = new HashMap<>();
        for (Observation observation : observations) {
            JpaPid internal = IDao.RESOURCE_PID.get(observation);
            if (internal != null) {
                arrivals.put(observation.getIdElement().getIdPart(), internal.getId());
            }
        }
        return arrivals;
    }

    private static SearchParameterMap about(IdType person, String parameter) {
        return new SearchParameterMap().add(parameter, new ReferenceParam("Patient/" + person.getIdPart()));
    }

    private <T extends Resource> List<T> found(Class<T> type, SearchParameterMap query, RequestDetails caller) {
        return WholeSearch.of(daos.getResourceDao(type), query, caller);
    }

    private <T extends Resource> List<T> versions(Class<T> type, T resource, RequestDetails caller) {
        return daos
                .getResourceDao(type)
                .history(resource.getIdElement().toUnqualifiedVersionless(), null, null, null, caller)
                .getAllResources()
                .stream()
                .map(type::cast)
                .toList();
    }
}
