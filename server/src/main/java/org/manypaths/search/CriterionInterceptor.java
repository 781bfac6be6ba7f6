package org.manypaths.search;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Holds every criterion of a search to {@link CriterionRules}, before anybody narrows the search or carries it out. */
@Interceptor
public class CriterionInterceptor {

    private final ISearchParamRegistry parameters;

    CriterionInterceptor(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void beforeSearch(RequestDetails request) {
        if (request.getRestOperationType() != RestOperationTypeEnum.SEARCH_TYPE) {
            return;
        }
        if (request.getResourceName() != null && request.getParameters().containsKey("_type")) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "_type is for a search over several types; this one is over " + request.getResourceName() + ".",
                    "Leave it out, and ask for each type under its own address.");
        }
        request.getParameters().forEach((name, values) -> {
            List<Criterion> criteria = Criterion.of(parameters, request.getResourceName(), name);
            CriterionRules.refusal(name, criteria).ifPresent(CriterionInterceptor::refuse);
            for (String value : values) {
                criteria.forEach(criterion ->
                        CriterionRules.refusal(name, criterion, value).ifPresent(CriterionInterceptor::refuse));
            }
        });
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }
}
