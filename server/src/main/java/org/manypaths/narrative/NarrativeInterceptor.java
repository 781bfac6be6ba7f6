package org.manypaths.narrative;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Sees to it that nothing is stored without words for people. */
@Interceptor
public class NarrativeInterceptor {

    /** After the validation, which judges what was sent; what is written here is safe by the way it is made. */
    private static final int LAST = 1_500_000;

    private final NarrativeKeeper keeper;
    private final FhirContext fhirContext;

    NarrativeInterceptor(NarrativeKeeper keeper, FhirContext fhirContext) {
        this.keeper = keeper;
        this.fhirContext = fhirContext;
    }

    /** Within a transaction references may be placeholders, which only the bundle explains. */
    @Hook(value = Pointcut.STORAGE_TRANSACTION_PROCESSING, order = LAST)
    public void beforeTransaction(IBaseBundle bundle) {
        if (bundle instanceof Bundle transaction && transaction.getType() == BundleType.TRANSACTION) {
            Map<String, String> types = new HashMap<>();
            for (BundleEntryComponent entry : transaction.getEntry()) {
                if (entry.hasFullUrl() && entry.hasResource()) {
                    types.put(entry.getFullUrl(), entry.getResource().fhirType());
                }
            }
            transaction.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .flatMap(
                            entry -> fhirContext
                                    .newTerser()
                                    .getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class)
                                    .stream())
                    .forEach(reference -> ReferenceTypes.mark(reference, types));
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = LAST)
    public void beforeCreate(IBaseResource resource) {
        if (!(resource instanceof MetadataResource)) {
            keeper.renew((Resource) resource);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = LAST)
    public void beforeUpdate(IBaseResource previous, IBaseResource resource) {
        if (!(resource instanceof MetadataResource)) {
            keeper.renew((Resource) previous, (Resource) resource);
        }
    }
}
