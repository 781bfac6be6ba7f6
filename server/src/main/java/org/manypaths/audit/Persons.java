package org.manypaths.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.auth.CompartmentSearchParameterModifications;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Patient;

/** Whom a resource is about, by FHIR's patient compartment. */
public final class Persons {

    private static final String PATIENT = "Patient";

    private final FhirContext fhirContext;

    public Persons(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** Logical ids of Patients; none for a resource that is about nobody. */
    public List<String> in(IBaseResource resource) {
        if (resource instanceof Patient patient) {
            return Optional.ofNullable(patient.getIdElement().getIdPart()).stream()
                    .toList();
        }
        if (fhirContext
                .getResourceDefinition(resource)
                .getSearchParamsForCompartmentName(PATIENT)
                .isEmpty()) {
            return List.of();
        }
        return fhirContext
                .newTerser()
                .getCompartmentOwnersForResource(PATIENT, resource, new CompartmentSearchParameterModifications())
                .stream()
                .map(IIdType::getIdPart)
                .filter(id -> id != null && !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
