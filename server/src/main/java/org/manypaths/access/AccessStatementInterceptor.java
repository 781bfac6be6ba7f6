package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;

/** Keeps the server's own parameter out of what it says that clients can search by. */
@Interceptor
class AccessStatementInterceptor {

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    void leaveOut(IBaseConformance generated) {
        if (generated instanceof CapabilityStatement statement) {
            statement.getRest().stream()
                    .flatMap(rest -> rest.getResource().stream())
                    .forEach(type ->
                            type.getSearchParam().removeIf(parameter -> Marks.PARAMETER.equals(parameter.getName())));
        }
    }
}
