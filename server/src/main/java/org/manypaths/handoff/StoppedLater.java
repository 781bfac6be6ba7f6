package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Resource;

/**
 * Orders that ended because another came in their place after the moment that is told of: at that moment they stood.
 *
 * <p>An order does not say when it ended; the one that followed it says since when it stands. Pure.
 */
final class StoppedLater {

    private static final Set<MedicationRequestStatus> ENDED =
            EnumSet.of(MedicationRequestStatus.STOPPED, MedicationRequestStatus.COMPLETED);

    private StoppedLater() {}

    /** The records in their order; an order that still stood at the moment is told as standing. */
    static List<Resource> stand(List<Resource> records, OffsetDateTime asOf) {
        Set<String> replacedLater = records.stream()
                .filter(MedicationRequest.class::isInstance)
                .filter(order -> !AsOfRules.isKnown(order, asOf))
                .map(order -> String.valueOf(((MedicationRequest) order)
                        .getPriorPrescription()
                        .getReferenceElement()
                        .getIdPart()))
                .collect(Collectors.toSet());
        return records.stream()
                .map(record -> record instanceof MedicationRequest order
                                && ENDED.contains(order.getStatus())
                                && replacedLater.contains(order.getIdElement().getIdPart())
                        ? standing(order)
                        : record)
                .toList();
    }

    private static Resource standing(MedicationRequest order) {
        return order.copy().setStatus(MedicationRequestStatus.ACTIVE).setStatusReason(null);
    }
}
