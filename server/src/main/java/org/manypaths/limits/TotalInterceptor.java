package org.manypaths.limits;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Takes the total out of answers where nobody has counted it.
 *
 * <p>HAPI puts a number there for the pages of {@code $everything} that has nothing to do with the person. A later page
 * does not say which request it belongs to, and has none either: the first page of a search tells it.
 */
@Interceptor
class TotalInterceptor {

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    void leaveOut(RequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof Bundle page
                && (isPaged(page, request) || request.getRestOperationType() == RestOperationTypeEnum.GET_PAGE)) {
            page.setTotalElement(null);
        }
    }

    private static boolean isPaged(Bundle page, RequestDetails request) {
        return page.getType() == BundleType.SEARCHSET
                && "$everything".equals(request.getOperation())
                && page.getLink(Bundle.LINK_NEXT) != null;
    }
}
