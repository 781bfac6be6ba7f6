package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.SearchParameter;
import org.manypaths.conformance.Canonical;

/** Makes the storage index the marks. The parameter is the server's own: clients cannot search by it. */
class AccessParameter {

    private final DaoRegistry daos;
    private final ISearchParamRegistry registry;

    AccessParameter(DaoRegistry daos, ISearchParamRegistry registry) {
        this.daos = daos;
        this.registry = registry;
    }

    /** Before the first record is stored. */
    void install() {
        SearchParameter parameter = new SearchParameter();
        parameter.setId(Marks.PARAMETER);
        parameter
                .setUrl(Canonical.BASE + "/server/" + Marks.PARAMETER)
                .setName("IhrpAccess")
                .setTitle("Marks of the server")
                .setStatus(PublicationStatus.ACTIVE)
                .setDescription("Through which organisation a record came in, about whom it is and of what kind it is."
                        + " The server narrows searches by it; clients cannot.");
        parameter
                .setCode(Marks.PARAMETER)
                .setType(SearchParamType.TOKEN)
                .setExpression("meta.extension('" + Marks.URL + "').value")
                .addBase("Resource");
        daos.getResourceDao(SearchParameter.class).update(parameter, new SystemRequestDetails());
        registry.forceRefresh();
    }
}
