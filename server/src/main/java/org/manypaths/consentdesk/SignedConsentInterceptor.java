package org.manypaths.consentdesk;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;

/**
 * What a person signed says what it said: a consent that stands changes with a new signature, or not at all
 * (42 CFR 2.31(a)(10), (a)(11)). Its status may change, and the event that ends it may come.
 */
@Interceptor
public class SignedConsentInterceptor {

    /** After {@code EndedConsentInterceptor}. */
    private static final int AFTER_ENDED = 2_000_002;

    private final Clock clock;

    SignedConsentInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_ENDED)
    public void beforeUpdate(
            @Nullable IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (previous instanceof Consent before
                && resource instanceof Consent after
                && !TrustedWriter.is(request)
                && Signed.stands(before, clock.instant())
                && !Signed.saysTheSame(before, after)
                && !Signed.isSignedAnew(before, after)) {
            throw DeskCode.SIGNED.refusal(
                    "The consent is signed and in force, and would say something else from now on.",
                    "File what the person signs now as a new consent, or send the new dateTime with a new source,"
                            + " verification or signature in it.");
        }
    }
}
