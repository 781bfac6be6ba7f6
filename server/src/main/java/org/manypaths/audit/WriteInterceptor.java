package org.manypaths.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;

/**
 * Puts into the trail what is stored, right before it commits, and stops it where that cannot be: what others send and
 * what the server writes for itself.
 */
@Interceptor
class WriteInterceptor {

    /** After all others of ours; far below the highest number, for HAPI subtracts orders and must not overflow. */
    private static final int LAST = 2_500_000;

    private final Trail trail;
    private final WriteEntries writes;

    WriteInterceptor(Trail trail, Persons persons) {
        this.trail = trail;
        writes = new WriteEntries(persons);
    }

    /** A transaction gets past the provider, which offers no writing. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void beforeCreation(IBaseResource resource) {
        if (resource instanceof AuditEvent) {
            throw RequestCode.METHOD.refusal(
                    "The server writes AuditEvents itself; no client does.", "Leave it out of the request.");
        }
    }

    @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED, order = LAST)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        wrote(Kind.WRITE, resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED, order = LAST)
    void updated(IBaseResource old, IBaseResource resource, @Nullable RequestDetails request) {
        wrote(Kind.WRITE, resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED, order = LAST)
    void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        wrote(Kind.DELETE, resource, request);
    }

    private void wrote(Kind kind, IBaseResource resource, @Nullable RequestDetails cause) {
        RequestDetails request = cause == null ? new SystemRequestDetails() : cause;
        if (request instanceof ServletRequestDetails servlet && servlet.getServletRequest() != null) {
            Facts facts = Facts.of(servlet.getServletRequest());
            WriteRecord.add(trail, writes.of(facts, kind, resource, Disclosures.of(request)));
        } else {
            WriteRecord.add(trail, writes.ofPeople(Facts.ofServer(request), kind, resource, Disclosures.of(request)));
        }
    }
}
