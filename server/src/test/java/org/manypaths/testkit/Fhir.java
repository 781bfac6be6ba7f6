package org.manypaths.testkit;

import ca.uhn.fhir.context.FhirContext;

/** The one FhirContext of all tests that run without a server. */
public final class Fhir {

    public static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private Fhir() {}
}
