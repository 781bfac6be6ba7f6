package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Shows everything that is about to be stored to {@link RecordOrigin}, before and after it is validated. */
@Interceptor
public class OriginInterceptor {

    private static final int BEFORE_ALL = -1000;

    /** Far below the highest number: HAPI subtracts orders, and a difference must not overflow. */
    private static final int AFTER_VALIDATION = 2_000_000;

    private final RecordOrigin origin;

    OriginInterceptor(RecordOrigin origin) {
        this.origin = origin;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = BEFORE_ALL)
    public void received(IBaseResource resource) {
        origin.clear((Resource) resource, Optional.empty());
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_VALIDATION)
    public void creating(IBaseResource resource, @Nullable RequestDetails request) {
        origin.mark((Resource) resource, Optional.empty(), request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_ALL)
    public void received(@Nullable IBaseResource old, IBaseResource updated) {
        origin.clear((Resource) updated, Optional.ofNullable((Resource) old));
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_VALIDATION)
    public void updating(@Nullable IBaseResource old, IBaseResource updated, @Nullable RequestDetails request) {
        origin.mark((Resource) updated, Optional.ofNullable((Resource) old), request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void deleting(IBaseResource resource, @Nullable RequestDetails request) {
        origin.requireOwn((Resource) resource, request);
        origin.note((Resource) resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        origin.verify((Resource) resource);
        origin.note((Resource) resource, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource old, IBaseResource updated, @Nullable RequestDetails request) {
        origin.verify((Resource) updated);
        origin.note((Resource) updated, request);
    }
}
