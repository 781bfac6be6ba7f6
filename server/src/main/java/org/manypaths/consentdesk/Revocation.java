package org.manypaths.consentdesk;

import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;

/**
 * That a person takes a consent back, or that what it ends with has come.
 *
 * @param by who wrote it down; the person, where nobody is named
 * @param words what the person said or wrote
 * @param came when the event came, or the treatment ended; empty where the person takes it back
 */
record Revocation(Optional<Reference> by, Optional<String> words, Optional<DateTimeType> came) {}
