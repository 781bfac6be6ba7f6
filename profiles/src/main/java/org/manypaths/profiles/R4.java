package org.manypaths.profiles;

import ca.uhn.fhir.context.FhirContext;

/** The one R4 context of this module's programs and tests; making a second one costs a second of work for nothing. */
final class R4 {

    static final FhirContext CONTEXT = FhirContext.forR4();

    private R4() {}
}
