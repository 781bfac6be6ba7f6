package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;

/**
 * Where the taking of one ordered medicine stands.
 *
 * @param lastGiven the last dose that somebody gave, under this order or one in whose place it came; an order proves none
 * @param nextDue when the next dose is due, as ordered or as the interval of the doses says
 * @param handedOver the supply that reaches furthest
 * @param until when the first dose is due that the person does not have
 */
public record Course(
        MedicationRequest order,
        Optional<MedicationAdministration> lastGiven,
        Optional<OffsetDateTime> nextDue,
        Optional<MedicationDispense> handedOver,
        Optional<OffsetDateTime> until) {}
