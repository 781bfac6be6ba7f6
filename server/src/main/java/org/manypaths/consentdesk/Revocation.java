package org.manypaths.consentdesk;

import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;

/**
 * That a person takes a consent back.
 *
 * @param by who wrote it down; the person, where nobody is named
 * @param words what the person said or wrote
 */
record Revocation(Optional<Reference> by, Optional<String> words) {}
