package org.manypaths.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;

/** Names for the ids that the trail has, as they are now; the trail itself has none. */
final class Names {

    private final DaoRegistry daos;

    Names(DaoRegistry daos) {
        this.daos = daos;
    }

    Optional<Organization> organization(String id) {
        return read(Organization.class, id);
    }

    /** Its name, or where there is none its id. */
    String organizationName(String id) {
        return organization(id)
                .map(Organization::getName)
                .filter(name -> !name.isBlank())
                .orElse("Organization/" + id);
    }

    Optional<String> person(String id) {
        return read(Patient.class, id)
                .map(patient -> patient.getNameFirstRep().getNameAsSingleString())
                .filter(name -> !name.isBlank());
    }

    static Optional<String> address(Organization organization) {
        Address address = organization.getAddressFirstRep();
        String line = Stream.concat(
                        address.getLine().stream().map(part -> part.getValue()),
                        Stream.of(address.getPostalCode(), address.getCity(), address.getState()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    private <T extends IBaseResource> Optional<T> read(Class<T> type, String id) {
        try {
            return Optional.of(
                    daos.getResourceDao(type).read(new IdType(type.getSimpleName(), id), new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
