package org.manypaths.validation;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import ca.uhn.fhir.validation.IValidationContext;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;

/** What HAPI asks when a sender asks {@code $validate}: the same rules as at a write, and the profile asked for. */
class AskedValidation implements IInstanceValidatorModule {

    private final ObjectProvider<RecordValidator> validator;

    /** @param validator asked for when it is needed: HAPI's storage wants this bean before it has definitions */
    AskedValidation(ObjectProvider<RecordValidator> validator) {
        this.validator = validator;
    }

    @Override
    public void validateResource(IValidationContext<IBaseResource> asked) {
        Resource resource = (Resource) asked.getResource();
        String json = asked.getResourceAsStringEncoding() == EncodingEnum.JSON
                ? asked.getResourceAsString()
                : asked.getFhirContext().newJsonParser().encodeResourceToString(resource);
        validator
                .getObject()
                .validate(resource, json, asked.getOptions().getProfiles())
                .forEach(issue -> asked.addValidationMessage(new ToldMessage(issue)));
    }
}
