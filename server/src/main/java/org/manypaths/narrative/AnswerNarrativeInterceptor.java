package org.manypaths.narrative;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** Sees to it that nothing is given out without words for people. */
@Interceptor
public class AnswerNarrativeInterceptor {

    private static final int LAST = 1_500_000;

    private final NarrativeKeeper keeper;

    AnswerNarrativeInterceptor(NarrativeKeeper keeper) {
        this.keeper = keeper;
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    public void beforeAnswer(ResponseDetails response) {
        if (response.getResponseResource() instanceof Bundle bundle) {
            // A document is signed and sent as its author made it.
            if (bundle.getType() != BundleType.DOCUMENT) {
                bundle.getEntry().stream()
                        .filter(BundleEntryComponent::hasResource)
                        .forEach(entry -> keeper.complete(entry.getResource()));
            }
        } else if (response.getResponseResource() instanceof Resource resource) {
            keeper.complete(resource);
        }
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_FAILURE_OPERATIONOUTCOME, order = LAST)
    public void beforeRefusal(IBaseOperationOutcome outcome) {
        keeper.complete((Resource) outcome);
    }
}
