package org.manypaths.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;

/** Shows every write of a Subscription to the {@link Registrar}. */
@Interceptor
public class SubscriptionInterceptor {

    /** Before HAPI's own check, which words its refusals for engineers, and before the validation. */
    private static final int EARLY = -100;

    private final Registrar registrar;

    SubscriptionInterceptor(Registrar registrar) {
        this.registrar = registrar;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = EARLY)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription && request instanceof ServletRequestDetails) {
            registrar.accept(subscription, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = EARLY)
    public void beforeUpdate(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription && request instanceof ServletRequestDetails) {
            registrar.requireOwn(subscription, request);
            registrar.accept(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription && request instanceof ServletRequestDetails) {
            registrar.requireOwn(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void afterCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription) {
            registrar.enter(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void afterUpdate(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription) {
            registrar.enter(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void afterDelete(IBaseResource resource) {
        if (resource instanceof Subscription subscription) {
            registrar.strike(subscription);
        }
    }
}
