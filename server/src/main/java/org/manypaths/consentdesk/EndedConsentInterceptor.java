package org.manypaths.consentdesk;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;
import org.manypaths.consent.ConsentReader;

/**
 * A consent that has ended stays ended, by whatever way it is written: what a person took back no one else gives.
 *
 * <p>Operators may mend what was ended by mistake. A deleted consent that is stored again counts as an ended one.
 */
@Interceptor
public class EndedConsentInterceptor {

    /** After {@code OriginInterceptor}: whose consent it is not learns nothing of where it stands. */
    private static final int AFTER_ORIGIN = 2_000_001;

    private final Clock clock;

    EndedConsentInterceptor(Clock clock) {
        this.clock = clock;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_ORIGIN)
    public void beforeUpdate(
            @Nullable IBaseResource previous, IBaseResource resource, @Nullable RequestDetails request) {
        if (previous instanceof Consent before
                && resource instanceof Consent after
                && !TrustedWriter.is(request)
                && isOver(before)
                && !isOver(after)) {
            throw DeskCode.ENDED.refusal(
                    "The consent has ended, and what was ended stays so.",
                    "What the person lets go now is signed and filed as a new consent.");
        }
    }

    private boolean isOver(Consent consent) {
        return consent.isDeleted() || ConsentReader.read(consent).lifecycle().isOver(clock.instant());
    }
}
