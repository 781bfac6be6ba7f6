package org.manypaths.operations;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.jspecify.annotations.Nullable;

/**
 * Notes what kind of request HAPI understood.
 *
 * <p>Here the type and the operation are known to exist, so that both are few: what a stranger makes up never becomes
 * the name of a metric.
 */
@Interceptor
class RequestFactsInterceptor {

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    void note(ServletRequestDetails request) {
        new RequestFacts(interaction(request.getRestOperationType()), type(request.getResourceName()))
                .attachTo(request.getServletRequest());
    }

    private static String interaction(@Nullable RestOperationTypeEnum operation) {
        return operation == null ? "unknown" : operation.getCode();
    }

    private static String type(@Nullable String resourceName) {
        return resourceName == null ? "none" : resourceName;
    }
}
