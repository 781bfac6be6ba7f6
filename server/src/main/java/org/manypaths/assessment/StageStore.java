package org.manypaths.assessment;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import org.manypaths.validation.Upkeep;

/** The stored stages of change of a person, read and written inside the transaction of the caller. */
class StageStore {

    private final DaoRegistry daos;

    StageStore(DaoRegistry daos) {
        this.daos = daos;
    }

    List<Observation> stagesOf(String person) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Observation.SP_SUBJECT, new ReferenceParam("Patient/" + person))
                .add(Observation.SP_CODE, new TokenParam(AssessmentCodes.OBSERVATION, AssessmentCodes.STAGE_OF_CHANGE));
        return observations().search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Observation.class::cast)
                .toList();
    }

    /** Stores the standing of the observation as a part of the interaction that changed it. */
    void save(Observation observation, @Nullable RequestDetails cause, TransactionDetails transaction) {
        observations().update(observation, null, true, false, Upkeep.causedBy(cause), transaction);
    }

    private IFhirResourceDao<Observation> observations() {
        return daos.getResourceDao(Observation.class);
    }
}
