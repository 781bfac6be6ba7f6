package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.entity.Search;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ICachedSearchDetails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Writes to the search that HAPI keeps for an {@code $everything} whose it is and what it asked for. */
@Interceptor
public class EverythingInterceptor {

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void registered(
            ICachedSearchDetails details,
            @Nullable RequestDetails request,
            SearchParameterMap parameters,
            RequestPartitionId partition) {
        if (request == null
                || parameters.getEverythingMode() == null
                || request.getId() == null
                || !(details instanceof Search search)) {
            return;
        }
        Optional<Session> session = Sessions.of(request);
        if (session.isPresent()) {
            Everything asked = Everything.of(request.getId().getIdPart(), parameters);
            asked.remember(request, search.getUuid());
            search.setSearchQueryString(
                    search.getSearchQueryString() + "&" + SearchOwners.mark(session.get()) + asked.text(), partition);
        }
    }
}
