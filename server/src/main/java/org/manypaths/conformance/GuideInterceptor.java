package org.manypaths.conformance;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;

/**
 * Lets nobody write or delete a definition under our canonical base: what a server says of a plan rests on them, and
 * they come with the program.
 */
@Interceptor
public class GuideInterceptor {

    /** Before the validation, which would say of a changed definition what is wrong with it. */
    private static final int EARLY = -200;

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = EARLY)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        check(resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = EARLY)
    public void beforeUpdate(IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        check(previous, request);
        check(resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = EARLY)
    public void beforeDelete(IBaseResource resource, @Nullable RequestDetails request) {
        check(resource, request);
    }

    private static void check(IBaseResource resource, @Nullable RequestDetails request) {
        if (request instanceof ServletRequestDetails
                && resource instanceof SearchParameter parameter
                // Another of this name would take its place.
                && Canonical.ACCESS.equals(parameter.getCode())) {
            throw RequestCode.FORBIDDEN.refusal(
                    "The search parameter " + Canonical.ACCESS + " is the server's own, whatever its URL.",
                    "Give yours another code.");
        }
        if (request instanceof ServletRequestDetails
                && resource instanceof MetadataResource definition
                && definition.hasUrl()
                && definition.getUrl().startsWith(Canonical.BASE + "/")) {
            throw RequestCode.FORBIDDEN.refusal(
                    definition.getUrl() + " belongs to the guide, which comes with the server.",
                    "Define your own under a base of yours.");
        }
    }
}
