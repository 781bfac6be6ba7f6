package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.CourseReader;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.GapRules;
import org.manypaths.handoff.gap.Supply;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Visits;
import org.manypaths.handoff.section.Words;

/** Reads what the gap clock needs out of records. */
final class GapReader {

    private GapReader() {}

    /** @param records as known at the moment; visits count from there on */
    static Gap read(List<Resource> records, OffsetDateTime asOf) {
        CourseReader courses = new CourseReader(
                of(records, MedicationRequest.class),
                of(records, MedicationAdministration.class),
                of(records, MedicationDispense.class),
                asOf.getOffset());
        List<Supply> supplies = of(records, MedicationRequest.class).stream()
                .filter(CourseReader::mustGoOn)
                .map(order -> new Supply(name(order), courses.read(order).until()))
                .toList();
        return GapRules.find(supplies, Visits.after(asOf, records));
    }

    private static <R extends Resource> List<R> of(List<Resource> records, Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static String name(MedicationRequest order) {
        return order.getMedication() instanceof CodeableConcept concept
                ? Words.concept(concept)
                : "The medicine of " + Passage.key(order);
    }
}
