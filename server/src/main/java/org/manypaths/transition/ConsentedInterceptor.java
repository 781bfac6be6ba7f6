package org.manypaths.transition;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;

/**
 * Ends the handoffs that rest on a consent in the transaction that ends it, by whatever way it is ended.
 *
 * <p>A consent that a handoff names is not deleted: the Task refers to it.
 */
@Interceptor
public class ConsentedInterceptor {

    private final ConsentedHandoffs handoffs;

    ConsentedInterceptor(ConsentedHandoffs handoffs) {
        this.handoffs = handoffs;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void afterUpdate(
            IBaseResource previous,
            IBaseResource resource,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (previous instanceof Consent before && resource instanceof Consent after) {
            handoffs.endAfter(before, after, request, transaction);
        }
    }
}
