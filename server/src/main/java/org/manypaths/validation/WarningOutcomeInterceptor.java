package org.manypaths.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Outcomes;

/** Tells the sender of what was stored with which warnings: in the outcome, or in the outcome of each entry. */
@Interceptor
public class WarningOutcomeInterceptor {

    private static final Set<RestOperationTypeEnum> WRITES =
            EnumSet.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE, RestOperationTypeEnum.PATCH);

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void beforeResponse(RequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof OperationOutcome outcome
                && WRITES.contains(request.getRestOperationType())) {
            WriteLedger.of(request).byId().values().forEach(issues -> append(outcome, issues));
        }
        if (response.getResponseResource() instanceof Bundle bundle
                && request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION) {
            Map<String, List<Issue>> findings = WriteLedger.of(request).byId();
            bundle.getEntry().forEach(entry -> append(entry, findings));
        }
    }

    private static void append(BundleEntryComponent entry, Map<String, List<Issue>> findings) {
        if (!entry.getResponse().hasLocation()) {
            return;
        }
        String id = WriteLedger.versionless(new IdType(entry.getResponse().getLocation()));
        List<Issue> issues = findings.getOrDefault(id, List.of());
        if (issues.isEmpty()) {
            return;
        }
        if (!(entry.getResponse().getOutcome() instanceof OperationOutcome)) {
            entry.getResponse().setOutcome(new OperationOutcome());
        }
        append((OperationOutcome) entry.getResponse().getOutcome(), issues);
    }

    private static void append(OperationOutcome outcome, List<Issue> issues) {
        issues.forEach(issue -> outcome.addIssue(Outcomes.component(issue)));
    }
}
