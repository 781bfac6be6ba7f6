package org.manypaths.concurrency;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;

/**
 * Lets nobody overwrite what somebody else has written since: a plan, a consent or a task is only changed by those who
 * say which version they know.
 *
 * <p>Who makes one, also under an id of their own, needs to know no version. The rule holds for PUT and PATCH, by id and
 * by condition, alone and in a Bundle.
 */
@Interceptor
class VersionGuardInterceptor {

    private static final Set<String> GUARDED = Set.of("CarePlan", "Consent", "Task");
    private static final int RETRIES = 5;

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    void beforeRouting(ServletRequestDetails request) {
        Optional.ofNullable(request.getHeader("If-Match")).ifPresent(IfMatch::parse);
    }

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    void beforeTransaction(IBaseBundle bundle, @Nullable RequestDetails request) {
        if (request instanceof ServletRequestDetails && bundle instanceof Bundle entries) {
            StatedVersions.of(request).enter(entries);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = -100)
    void beforeUpdate(@Nullable IBaseResource old, IBaseResource updated, @Nullable RequestDetails request) {
        if (!(request instanceof ServletRequestDetails) || old == null || old.isDeleted()) {
            return;
        }
        String current = old.getIdElement().getVersionIdPart();
        Optional<String> stated = StatedVersions.of(request).of(updated, old.getIdElement());
        if (stated.isEmpty() && GUARDED.contains(updated.fhirType())) {
            throw RequestCode.VERSION_REQUIRED.refusal(
                    "A " + updated.fhirType() + " is only changed by those who say which version they know.",
                    "Read it and send its version with the change, as If-Match: W/\"" + current
                            + "\" or, in a Bundle, in request.ifMatch.");
        }
        if (stated.isPresent() && !stated.get().equals(current)) {
            throw RequestCode.STALE_VERSION.refusal(
                    "Somebody changed the resource since you read it: it is at version " + current + ", not "
                            + stated.get() + ".",
                    "Read it again, make your change in what you get, and send it with that version.");
        }
    }

    /** Another attempt meets the same checks, so it is safe: what became stale meanwhile is refused as stale. */
    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    ResourceVersionConflictResolutionStrategy onConflict(@Nullable RequestDetails request) {
        ResourceVersionConflictResolutionStrategy strategy = new ResourceVersionConflictResolutionStrategy();
        strategy.setRetry(request == null || mayRetry(request));
        strategy.setMaxRetries(RETRIES);
        return strategy;
    }

    /** A stale version stays stale, and what is referred to stays so: those conflicts do not pass by waiting. */
    private static boolean mayRetry(RequestDetails request) {
        return request.getRequestType() != RequestTypeEnum.DELETE
                && !(request instanceof ServletRequestDetails
                        && StatedVersions.of(request).any());
    }
}
