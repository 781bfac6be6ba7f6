package org.manypaths.reception;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/**
 * Whom the receiving organization knows the person of a document as.
 *
 * @param known by a business identifier that both have
 * @param possible people with the same name and date of birth; they are told, and never taken for the same
 */
record PersonMatch(Optional<Patient> known, List<Patient> possible) {

    PersonMatch {
        possible = List.copyOf(possible);
    }
}
