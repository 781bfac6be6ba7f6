package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.CourseReader;

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
        Map<String, OffsetDateTime> replaced = new HashMap<>();
        records.stream()
                .filter(MedicationRequest.class::isInstance)
                .map(MedicationRequest.class::cast)
                .filter(order -> !AsOfRules.isKnown(order, asOf))
                .forEach(order -> AsOfRules.knownSince(order, asOf.getOffset())
                        .ifPresent(since -> CourseReader.replaced(order)
                                .ifPresent(before -> replaced.merge(before, since, StoppedLater::earlier))));
        return records.stream()
                .map(record -> record instanceof MedicationRequest order && isStoppedLater(order, replaced)
                        ? standing(order)
                        : record)
                .toList();
    }

    /** One that was recorded as ended before the other came had ended by itself. */
    private static boolean isStoppedLater(MedicationRequest order, Map<String, OffsetDateTime> replaced) {
        OffsetDateTime since = replaced.get(String.valueOf(order.getIdElement().getIdPart()));
        return since != null
                && ENDED.contains(order.getStatus())
                && (!order.getMeta().hasLastUpdated()
                        || !order.getMeta().getLastUpdated().toInstant().isBefore(since.toInstant()));
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private static Resource standing(MedicationRequest order) {
        return order.copy().setStatus(MedicationRequestStatus.ACTIVE).setStatusReason(null);
    }
}
