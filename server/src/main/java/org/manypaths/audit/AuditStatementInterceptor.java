package org.manypaths.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;

/** Says of AuditEvent what is offered, and not what HAPI would offer if it stored any. */
@Interceptor
class AuditStatementInterceptor {

    private static final Set<String> SEARCHES = Set.of("patient", "agent", "date", "outcome", "_id");

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    void tell(IBaseConformance generated) {
        if (generated instanceof CapabilityStatement statement) {
            statement.getRest().stream()
                    .flatMap(rest -> rest.getResource().stream())
                    .filter(type -> type.getType().equals("AuditEvent"))
                    .forEach(AuditStatementInterceptor::tell);
        }
    }

    private static void tell(CapabilityStatementRestResourceComponent type) {
        type.getSearchParam().removeIf(parameter -> !SEARCHES.contains(parameter.getName()));
        type.getSearchInclude().clear();
        type.getSearchRevInclude().clear();
        type.getOperation().removeIf(operation -> !operation.getName().equals("verify-trail"));
        type.setVersioning(ResourceVersionPolicy.NOVERSION);
        type.setConditionalCreateElement(null);
        type.setConditionalUpdateElement(null);
        type.setConditionalDeleteElement(null);
        type.setUpdateCreateElement(null);
    }
}
