package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.consent.BirthDate;

/** When people were born, as their records say now. */
public final class BirthDates {

    private final DaoRegistry daos;

    BirthDates(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * The last day that the record leaves possible; empty where nobody wrote one, or there is no record.
     *
     * @param person logical id of the Patient
     */
    public Optional<LocalDate> of(String person) {
        try {
            return BirthDate.of(
                    daos.getResourceDao(Patient.class).read(new IdType("Patient", person), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
