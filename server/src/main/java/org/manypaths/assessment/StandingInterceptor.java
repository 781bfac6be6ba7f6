package org.manypaths.assessment;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;
import org.manypaths.validation.Upkeep;

/** Shows every write of an Observation to the {@link StandingKeeper}; all other resources pass untouched. */
@Interceptor
public class StandingInterceptor {

    /** Before the validation, which then sees what will be stored. */
    private static final int EARLY = -100;

    private final StandingKeeper keeper;

    StandingInterceptor(StandingKeeper keeper) {
        this.keeper = keeper;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = EARLY)
    public void beforeCreate(IBaseResource resource, TransactionDetails transaction) {
        if (resource instanceof Observation observation) {
            keeper.prepare(observation, Optional.empty(), transaction);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = EARLY)
    public void beforeUpdate(
            IBaseResource previous,
            IBaseResource resource,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (resource instanceof Observation observation && !Upkeep.is(request)) {
            keeper.prepare(observation, observation(previous), transaction);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void afterCreate(IBaseResource resource, @Nullable RequestDetails request, TransactionDetails transaction) {
        settle(observation(resource).stream(), request, transaction);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void afterUpdate(
            IBaseResource previous,
            IBaseResource resource,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (!Upkeep.is(request)) {
            settle(Stream.concat(observation(previous).stream(), observation(resource).stream()), request, transaction);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void afterDelete(IBaseResource resource, @Nullable RequestDetails request, TransactionDetails transaction) {
        settle(observation(resource).stream(), request, transaction);
    }

    private void settle(Stream<Observation> changed, @Nullable RequestDetails request, TransactionDetails transaction) {
        keeper.settle(changed, request, transaction);
    }

    private static Optional<Observation> observation(IBaseResource resource) {
        return resource instanceof Observation observation ? Optional.of(observation) : Optional.empty();
    }
}
