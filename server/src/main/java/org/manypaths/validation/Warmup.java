package org.manypaths.validation;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Observation;
import org.manypaths.conformance.Canonical;

/**
 * Makes the validator read all definitions before the server says that it is ready.
 *
 * <p>The first validation of a process takes seconds, all others milliseconds; no partner should be the first.
 */
final class Warmup {

    private static final String SAMPLE = """
            {"resourceType": "Observation", "meta": {"profile": ["%s/StructureDefinition/ihrp-stage-of-change"]},
             "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "72110-0"}]},
             "subject": {"reference": "Patient/1"}, "valueCodeableConcept": {"text": "any"}}
            """.formatted(Canonical.BASE);

    private Warmup() {}

    static void run(FhirContext fhirContext, RecordValidator validator) {
        validator.validate(fhirContext.newJsonParser().parseResource(Observation.class, SAMPLE));
    }
}
