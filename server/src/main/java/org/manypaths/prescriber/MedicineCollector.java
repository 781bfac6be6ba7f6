package org.manypaths.prescriber;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.manypaths.handoff.Holds;
import org.manypaths.search.WholeSearch;

/** Searches as if the caller had searched: what the caller may not see, or has no scope for, is not here. */
class MedicineCollector {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

    /** A day has begun once it has begun anywhere: who wrote it may live far from the clock of this server. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final DaoRegistry daos;
    private final Clock clock;

    MedicineCollector(DaoRegistry daos, Clock clock) {
        this.daos = daos;
        this.clock = clock;
    }

    /**
     * All orders, and of the rest what holds now. Fails as a read of the person does: not found, or gone.
     *
     * <p>What says of itself that it is of a later time was not given, handed over, said or measured yet.
     */
    MedicineRecord collect(IdType person, RequestDetails caller) {
        daos.getResourceDao(Patient.class).read(person.toVersionless(), caller);
        return new MedicineRecord(
                found(MedicationRequest.class, about(person), caller),
                known(MedicationAdministration.class, about(person), caller),
                known(MedicationDispense.class, about(person), caller),
                known(
                        Observation.class,
                        latestFirst(person)
                                .add(
                                        Observation.SP_CODE,
                                        new TokenParam(AssessmentCodes.OBSERVATION, "medication-buy-in")),
                        caller),
                latestOfEach(known(
                        Observation.class,
                        latestFirst(person).add(Observation.SP_CATEGORY, new TokenParam(CATEGORY, "laboratory")),
                        caller)),
                found(AllergyIntolerance.class, about(person), caller).stream()
                        .filter(Holds::isSo)
                        .toList(),
                found(Goal.class, about(person), caller).stream()
                        .filter(Holds::isSo)
                        .toList());
    }

    private static SearchParameterMap about(IdType person) {
        return new SearchParameterMap()
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
        return WholeSearch.of(daos.getResourceDao(type), query, caller);
    }

    private <T extends Resource> List<T> known(Class<T> type, SearchParameterMap query, RequestDetails caller) {
        OffsetDateTime now = clock.instant().atOffset(EARLIEST);
        return found(type, query, caller).stream()
                .filter(record -> Holds.at(record, now))
                .toList();
    }
}
