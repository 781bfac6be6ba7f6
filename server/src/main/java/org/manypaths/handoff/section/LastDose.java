package org.manypaths.handoff.section;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.gap.Course;

/** The last dose given of a medicine, or why it is not told. */
final class LastDose {

    private static final String WITNESSED = Canonical.BASE + "/StructureDefinition/ihrp-witnessed";

    private final Chart chart;
    private final boolean hidesNone;

    /** @param hidesNone whether all about medicines would go, whatever is held */
    LastDose(Chart chart, boolean hidesNone) {
        this.chart = chart;
        this.hidesNone = hidesNone;
    }

    String words(Course course) {
        return course.lastGiven().map(dose -> given(dose, course.order())).orElseGet(() -> unknown(course)
                .map(reason -> "Not known: " + reason.sentence())
                .orElse("It is not told here; ask the person, or the number to verify."));
    }

    String given(MedicationAdministration dose, MedicationRequest order) {
        String before = chart.find(dose.getRequest())
                .filter(MedicationRequest.class::isInstance)
                .map(MedicationRequest.class::cast)
                .filter(given -> given != order)
                .map(given -> "under the order before this one, " + chart.medicine(given))
                .orElse("");
        String who = new Names(chart)
                .all(dose.getPerformer().stream()
                        .map(performer -> performer.getActor())
                        .toList());
        String seen = dose.hasExtension(WITNESSED)
                ? "seen: " + Words.value(dose.getExtensionByUrl(WITNESSED).getValue())
                : "";
        String amount = dose.getDosage().hasText()
                ? dose.getDosage().getText()
                : Words.quantity(dose.getDosage().getDose());
        return Words.joined("; ", Stream.of(Words.value(dose.getEffective()), amount, who, seen, before));
    }

    /**
     * Why no dose is told, by the codes of {@code ihrp-supply-unknown}.
     *
     * <p>Empty where a dose may be among what the consent keeps back: that nothing is recorded is told only where all would
     * be, and that something is kept back is never told.
     */
    Optional<DoseUnknown> unknown(Course course) {
        boolean recorded = chart.all(MedicationAdministration.class)
                .filter(dose -> dose.getStatus() == MedicationAdministrationStatus.COMPLETED)
                .anyMatch(dose -> chart.find(dose.getRequest())
                        .filter(course.order()::equals)
                        .isPresent());
        if (recorded) {
            return Optional.of(DoseUnknown.NOT_RECORDED);
        }
        if (course.order().hasReportedReference() || isReported(course.order())) {
            return Optional.of(DoseUnknown.GIVEN_ELSEWHERE);
        }
        return hidesNone && !chart.keepsBackDose(course) ? Optional.of(DoseUnknown.NOT_GIVEN_HERE) : Optional.empty();
    }

    private static boolean isReported(MedicationRequest order) {
        return order.hasReportedBooleanType() && order.getReportedBooleanType().booleanValue();
    }
}
