package org.manypaths.prescriber;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.assessment.AssessmentCodes;

/** Searches as if the caller had searched: what the caller may not see, or has no scope for, is not here. */
class MedicineCollector {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    private final DaoRegistry daos;

    MedicineCollector(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Fails as a read of the person does: not found, or gone. */
    MedicineRecord collect(IdType person, RequestDetails caller) {
        daos.getResourceDao(Patient.class).read(person.toVersionless(), caller);
        return new MedicineRecord(
                found(MedicationRequest.class, about(person), caller),
                found(MedicationAdministration.class, about(person), caller),
                found(MedicationDispense.class, about(person), caller),
                found(
                        Observation.class,
                        latestFirst(person)
                                .add(
                                        Observation.SP_CODE,
                                        new TokenParam(AssessmentCodes.OBSERVATION, "medication-buy-in")),
                        caller),
                latestOfEach(found(
                        Observation.class,
                        latestFirst(person).add(Observation.SP_CATEGORY, new TokenParam(CATEGORY, "laboratory")),
                        caller)),
                found(AllergyIntolerance.class, about(person), caller),
                found(Goal.class, about(person), caller));
    }

    private static SearchParameterMap about(IdType person) {
        return SearchParameterMap.newSynchronous()
                .add(Observation.SP_PATIENT, new ReferenceParam("Patient/" + person.getIdPart()));
    }

    private static SearchParameterMap latestFirst(IdType person) {
        return about(person).setSort(new SortSpec(Observation.SP_DATE, SortOrderEnum.DESC));
    }

    private static List<Observation> latestOfEach(List<Observation> results) {
        Map<String, Observation> latest = new LinkedHashMap<>();
        results.forEach(result -> latest.putIfAbsent(
                result.getCode().getCodingFirstRep().getSystem() + "|"
                        + result.getCode().getCodingFirstRep().getCode() + "|"
                        + result.getCode().getText(),
                result));
        return List.copyOf(latest.values());
    }

    private <T extends Resource> List<T> found(Class<T> type, SearchParameterMap query, RequestDetails caller) {
        return daos.getResourceDao(type).search(query, caller).getAllResources().stream()
                .map(type::cast)
                .toList();
    }
}
