package org.manypaths.guide.page;

import org.hl7.fhir.r4.model.Coding;

/** The words by which people are shown a code; the official display stays in the data. */
@FunctionalInterface
public interface Wording {

    String of(Coding coding);
}
