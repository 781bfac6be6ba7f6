package org.manypaths.transition;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.manypaths.validation.Upkeep;

/** Shows every write of a Task or of a request to take over to the {@link HandoffKeeper}, by whatever way it comes. */
@Interceptor
public class TransitionInterceptor {

    /** Before the validation, which then sees what will be stored; after the guard of versions. */
    private static final int EARLY = -90;

    private final HandoffKeeper keeper;

    TransitionInterceptor(HandoffKeeper keeper) {
        this.keeper = keeper;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = EARLY)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Task task && !Upkeep.is(request)) {
            keeper.create(task, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = EARLY)
    public void beforeUpdate(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (Upkeep.is(request)) {
            return;
        }
        if (previous instanceof Task before && resource instanceof Task task) {
            if (before.isDeleted()) {
                keeper.create(task, request);
            } else {
                keeper.update(before, task, request);
            }
        }
        if (previous instanceof ServiceRequest before && resource instanceof ServiceRequest transition) {
            keeper.update(before, transition, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void afterCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Task task) {
            keeper.verify(Optional.empty(), task, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void afterUpdate(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (previous instanceof Task before && resource instanceof Task task && !Upkeep.is(request)) {
            keeper.verify(Optional.of(before), task, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = EARLY)
    public void beforeDelete(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Task task) {
            keeper.delete(task, request);
        }
    }
}
