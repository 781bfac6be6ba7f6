package org.manypaths.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** Shows every stored record to the {@link LetterWriter}, before the commit and in its transaction. */
@Interceptor
public class OutboxInterceptor {

    /** When everybody else has said what the record is. */
    private static final int LATE = 1_000;

    private final LetterWriter letters;

    OutboxInterceptor(LetterWriter letters) {
        this.letters = letters;
    }

    @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED, order = LATE)
    public void afterCreate(IBaseResource resource) {
        letters.tellOf((Resource) resource);
    }

    @Hook(value = Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED, order = LATE)
    public void afterUpdate(IBaseResource previous, IBaseResource resource) {
        letters.tellOf((Resource) resource);
    }
}
