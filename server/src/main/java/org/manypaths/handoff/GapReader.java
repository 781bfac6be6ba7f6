package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.List;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.CourseReader;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.GapRules;
import org.manypaths.handoff.gap.Products;
import org.manypaths.handoff.gap.Supply;
import org.manypaths.handoff.section.MedicineName;
import org.manypaths.handoff.section.Visits;

/** Reads what the gap clock needs out of records. */
final class GapReader {

    private GapReader() {}

    /**
     * What the clock says of them.
     *
     * @param records as known at the moment; visits count from there on
     * @param recipient logical id of the organization that takes over
     */
    static Gap read(List<Resource> records, OffsetDateTime asOf, String recipient) {
        Products products = new Products(of(records, Medication.class));
        CourseReader courses = new CourseReader(
                of(records, MedicationRequest.class),
                of(records, MedicationAdministration.class),
                of(records, MedicationDispense.class),
                products,
                asOf.getOffset());
        List<Supply> supplies = of(records, MedicationRequest.class).stream()
                .filter(courses::mustGoOn)
                .map(order -> new Supply(
                        MedicineName.of(order, products), courses.read(order).until()))
                .toList();
        return GapRules.find(supplies, Visits.after(asOf, records, recipient));
    }

    private static <R extends Resource> List<R> of(List<Resource> records, Class<R> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
