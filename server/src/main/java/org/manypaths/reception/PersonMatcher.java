package org.manypaths.reception;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.access.Origin;

/** Finds the person of a document among the people of the receiving organization: by identifier, else by nothing. */
class PersonMatcher {

    private final DaoRegistry daos;

    PersonMatcher(DaoRegistry daos) {
        this.daos = daos;
    }

    /** @throws org.manypaths.refusal.Refusal if the identifiers belong to several people here: somebody has to look */
    PersonMatch find(Patient arrived, String organization) {
        List<Patient> same = byIdentifier(arrived, organization);
        if (same.size() > 1) {
            throw ReceptionCode.UNCLEAR_PERSON.refusal(
                    "The identifiers of the person are those of " + same.size() + " people of yours.",
                    "Find out who it is and mend the identifiers, then send the document again.");
        }
        return same.isEmpty()
                ? new PersonMatch(Optional.empty(), bySight(arrived, organization))
                : new PersonMatch(Optional.of(same.get(0)), List.of());
    }

    private List<Patient> byIdentifier(Patient arrived, String organization) {
        TokenOrListParam identifiers = new TokenOrListParam();
        for (Identifier identifier : arrived.getIdentifier()) {
            if (identifier.hasSystem() && identifier.hasValue()) {
                identifiers.add(new TokenParam(identifier.getSystem(), identifier.getValue()));
            }
        }
        return identifiers.size() == 0
                ? List.of()
                : search(new SearchParameterMap().add(Patient.SP_IDENTIFIER, identifiers), organization);
    }

    private List<Patient> bySight(Patient arrived, String organization) {
        if (!arrived.hasBirthDate() || !arrived.getNameFirstRep().hasFamily()) {
            return List.of();
        }
        SearchParameterMap query = new SearchParameterMap()
                .add(
                        Patient.SP_BIRTHDATE,
                        new DateParam(arrived.getBirthDateElement().getValueAsString()))
                .add(
                        Patient.SP_FAMILY,
                        new StringParam(arrived.getNameFirstRep().getFamily(), true));
        return search(query, organization);
    }

    private List<Patient> search(SearchParameterMap query, String organization) {
        RequestDetails itself = new SystemRequestDetails();
        return daos
                .getResourceDao(Patient.class)
                .search(query.setLoadSynchronous(true), itself)
                .getAllResources()
                .stream()
                .map(Patient.class::cast)
                .filter(patient -> Origin.isOf(patient, organization))
                .toList();
    }
}
