package org.manypaths.search;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * All that a search finds for its caller, page by page.
 *
 * <p>HAPI ends a search that is asked at once with the rights of a caller at that caller's page (50 where they name none),
 * and says so to nobody; a search that goes on in the background can be waited for in steps.
 */
public final class WholeSearch {

    /** As large as a page may be here. */
    private static final int PAGE = 500;

    private WholeSearch() {}

    /**
     * All of them, in the order that the query asks for.
     *
     * @param query is asked in the background, whatever it said before
     */
    public static <T extends IBaseResource> List<T> of(
            IFhirResourceDao<T> dao, SearchParameterMap query, RequestDetails caller) {
        query.setLoadSynchronous(false);
        IBundleProvider found = dao.search(query, caller);
        List<T> all = new ArrayList<>();
        List<IBaseResource> page;
        int from = 0;
        do {
            page = found.getResources(from, from + PAGE);
            page.stream().map(dao.getResourceType()::cast).forEach(all::add);
            from += PAGE;
        } while (page.size() >= PAGE);
        return List.copyOf(all);
    }
}
