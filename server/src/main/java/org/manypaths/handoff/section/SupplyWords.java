package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.manypaths.handoff.gap.Course;
import org.manypaths.handoff.gap.DaysSupply;

/** How far a medicine reaches, in words. What lies behind the moment of the document is told as past. */
final class SupplyWords {

    private SupplyWords() {}

    static String next(Course course, OffsetDateTime asOf) {
        if (course.order().getStatus() == MedicationRequestStatus.ONHOLD) {
            return "none is due while the order is on hold";
        }
        return course.nextDue()
                .map(due -> due.isBefore(asOf)
                        ? "was due on " + Words.minute(due) + "; no later one is told here"
                        : "due on " + Words.minute(due))
                .orElseGet(() -> "when it is due is not known" + asOrdered(course.order()));
    }

    /** Where the instructions do not say the moment with certainty their words stand, and never a guess. */
    private static String asOrdered(MedicationRequest order) {
        String words = DoseWords.of(order.getDosageInstruction());
        return words.isEmpty() ? "" : ", and is not computed from what was ordered: “" + words + "”";
    }

    static String until(Course course, OffsetDateTime asOf) {
        return course.until()
                .map(end -> (end.isBefore(asOf) ? "lasted until " : "lasts until ") + Words.minute(end))
                .orElse("how long it lasts is not known");
    }

    /** What the next prescriber must see at once, in one sentence. */
    static String needed(String medicine, Course course, OffsetDateTime asOf) {
        String next = course.nextDue()
                .map(due -> (due.isBefore(asOf) ? "the next dose was due on " : "the next dose is due on ")
                        + Words.minute(due))
                .orElseGet(() -> "when the next dose is due is not known" + asOrdered(course.order()));
        String until = course.until()
                .map(end -> "the supply " + until(course, asOf))
                .orElse("how long the supply lasts is not known");
        boolean over = course.until().filter(end -> end.isBefore(asOf)).isPresent();
        return medicine + " must go on: " + next + "; " + until + "."
                + (over ? " What was taken since is not told here: ask the person." : "");
    }

    /** The supply that the clock counts; else the latest of this order, also where nobody says for how long it is. */
    static Optional<MedicationDispense> dispense(Course course, Chart chart) {
        return course.handedOver().or(() -> chart.all(MedicationDispense.class)
                .filter(dispense -> dispense.getStatus() == MedicationDispenseStatus.COMPLETED)
                .filter(dispense -> isOf(course, dispense, chart))
                .max(Comparator.comparing(chart::since, OffsetDateTime.timeLineOrder())));
    }

    static String handedOver(MedicationDispense dispense) {
        return Words.joined(
                "; ",
                Stream.of(
                        Words.time(dispense.getWhenHandedOverElement()),
                        Words.quantity(dispense.getQuantity()),
                        dispense.hasDaysSupply()
                                ? "for " + daysSupply(dispense.getDaysSupply())
                                : "for how long is not told"));
    }

    private static String daysSupply(Quantity supply) {
        return Words.quantity(supply)
                + (DaysSupply.of(supply).isEmpty() ? ", which cannot be counted: ask for how long it lasts" : "");
    }

    private static boolean isOf(Course course, MedicationDispense dispense, Chart chart) {
        return dispense.getAuthorizingPrescription().stream()
                .anyMatch(order ->
                        chart.find(order).filter(course.order()::equals).isPresent());
    }
}
