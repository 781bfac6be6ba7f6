package org.manypaths.prescriber;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gap.Course;
import org.manypaths.handoff.gap.CourseReader;

/** Writes the answer of {@code $prescriber-view}: each medicine that stands, and every record that it speaks of once. */
final class PrescriberView {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";
    private static final String PERTAINS_TO_GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";
    private static final String CONCERN = "concern";

    private final MedicineRecord record;
    private final CourseReader courses;
    private final Parameters answer = new Parameters();
    private final Map<String, Resource> spokenOf = new LinkedHashMap<>();

    private PrescriberView(MedicineRecord record) {
        this.record = record;
        courses = new CourseReader(record.orders(), record.doses(), record.supplies(), ZoneOffset.UTC);
    }

    static Parameters write(MedicineRecord record) {
        return new PrescriberView(record).write();
    }

    private Parameters write() {
        record.orders().stream()
                .filter(CourseReader::isStanding)
                .map(courses::read)
                .forEach(this::medicine);
        record.allergies()
                .forEach(allergy -> answer.addParameter().setName("allergy").setValue(to(allergy)));
        record.results()
                .forEach(result -> answer.addParameter().setName("result").setValue(to(result)));
        Bundle records = new Bundle().setType(BundleType.COLLECTION);
        spokenOf.values().forEach(resource -> records.addEntry().setResource(resource));
        answer.addParameter().setName("records").setResource(records);
        return answer;
    }

    private void medicine(Course course) {
        ParametersParameterComponent medicine = answer.addParameter().setName("medicine");
        MedicationRequest order = course.order();
        medicine.addPart().setName("order").setValue(to(order));
        Optional.ofNullable(order.getExtensionByUrl(BASE + "ihrp-moud-phase"))
                .ifPresent(phase -> medicine.addPart().setName("phase").setValue(phase.getValue()));
        course.lastGiven().ifPresent(dose -> {
            medicine.addPart().setName("last-dose").setValue(to(dose));
            medicine.addPart().setName("last-given").setValue(dose.getEffective());
        });
        course.nextDue().ifPresent(due -> medicine.addPart().setName("next-due").setValue(moment(due)));
        course.handedOver()
                .ifPresent(supply -> medicine.addPart().setName("supply").setValue(to(supply)));
        course.until()
                .ifPresent(until -> medicine.addPart().setName("supply-until").setValue(moment(until)));
        stanceOn(order).ifPresent(stance -> stance(stance, medicine));
        goalsOf(order).forEach(goal -> medicine.addPart().setName("goal").setValue(goal));
    }

    /** On the order, or on one in whose place it came: a proposal does not change what the person thinks. */
    private Optional<Observation> stanceOn(MedicationRequest order) {
        List<String> line = courses.line(order).stream()
                .map(each -> each.getIdElement().getIdPart())
                .toList();
        return record.stances().stream()
                .filter(stance -> stance.getFocus().stream()
                        .anyMatch(focus ->
                                line.contains(focus.getReferenceElement().getIdPart())))
                .findFirst();
    }

    private void stance(Observation stance, ParametersParameterComponent medicine) {
        medicine.addPart().setName("stance").setValue(to(stance));
        stance.getComponent().stream()
                .filter(part -> part.getCode().getCoding().stream().anyMatch(code -> CONCERN.equals(code.getCode())))
                .filter(part -> part.hasValue())
                .forEach(part -> medicine.addPart().setName(CONCERN).setValue(part.getValue()));
    }

    /** The goals that the order says it serves, as far as they are there. */
    private List<Reference> goalsOf(MedicationRequest order) {
        List<String> served = order.getExtensionsByUrl(PERTAINS_TO_GOAL).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(goal ->
                        String.valueOf(((Reference) goal).getReferenceElement().getIdPart()))
                .toList();
        return record.goals().stream()
                .filter(goal -> served.contains(goal.getIdElement().getIdPart()))
                .map(this::to)
                .toList();
    }

    /** A reference to a record that goes along. */
    private Reference to(Resource resource) {
        String place = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        spokenOf.putIfAbsent(place, resource);
        return new Reference(place);
    }

    private static DateTimeType moment(OffsetDateTime at) {
        return new DateTimeType(at.withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
