package org.manypaths.handoff.gap;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/** Reads the {@link Course} of an order out of the doses given and the supplies handed over. */
public final class CourseReader {

    private static final String NEXT_DOSE_DUE = Canonical.BASE + "/StructureDefinition/ihrp-next-dose-due";
    private static final Map<String, Double> HOURS =
            Map.of("h", 1.0, "d", 24.0, "wk", 7 * 24.0, "mo", 28 * 24.0, "min", 1 / 60.0);
    private static final Set<MedicationRequestStatus> STANDING =
            EnumSet.of(MedicationRequestStatus.ACTIVE, MedicationRequestStatus.ONHOLD);

    private static final Set<MedicationRequestStatus> ENDED =
            EnumSet.of(MedicationRequestStatus.STOPPED, MedicationRequestStatus.COMPLETED);

    private final Map<String, MedicationRequest> orders = new HashMap<>();
    private final List<MedicationAdministration> given;
    private final List<MedicationDispense> dispensed;
    private final ZoneOffset zone;

    /**
     * A reader over the doses and supplies of one person.
     *
     * @param orders all that are known, also those that have ended: another may have come in their place
     * @param zone whose days are meant where only a day is told
     */
    public CourseReader(
            List<MedicationRequest> orders,
            List<MedicationAdministration> given,
            List<MedicationDispense> dispensed,
            ZoneOffset zone) {
        orders.forEach(order -> this.orders.put(order.getIdElement().getIdPart(), order));
        this.given = List.copyOf(given);
        this.dispensed = List.copyOf(dispensed);
        this.zone = zone;
    }

    /** Orders that stand, and not what somebody only thought of. */
    public static boolean isStanding(MedicationRequest request) {
        return STANDING.contains(request.getStatus())
                && request.getIntent() != MedicationRequestIntent.PROPOSAL
                && !request.getDoNotPerform();
    }

    /** A medicine for substance use that is taken by the clock: without it a person falls back into danger. */
    public static boolean mustGoOn(MedicationRequest request) {
        boolean asNeeded = request.getDosageInstruction().stream().anyMatch(CourseReader::isAsNeeded);
        return request.getStatus() == MedicationRequestStatus.ACTIVE
                && isStanding(request)
                && UseMedicine.isOrdered(request)
                && !asNeeded;
    }

    /** A medicine for substance use that was ordered and is no longer. */
    public static boolean hasEnded(MedicationRequest request) {
        return ENDED.contains(request.getStatus())
                && request.getIntent() != MedicationRequestIntent.PROPOSAL
                && !request.getDoNotPerform()
                && UseMedicine.isOrdered(request);
    }

    /** The order, and those in whose place it came, the latest first: a dose given under them is a dose given. */
    public List<MedicationRequest> line(MedicationRequest order) {
        List<MedicationRequest> line = new ArrayList<>(List.of(order));
        Optional<MedicationRequest> before = before(order);
        while (before.isPresent() && !line.contains(before.get())) {
            line.add(before.get());
            before = before(before.get());
        }
        return line;
    }

    private Optional<MedicationRequest> before(MedicationRequest order) {
        return Optional.ofNullable(
                        order.getPriorPrescription().getReferenceElement().getIdPart())
                .map(orders::get);
    }

    /** Doses and supplies of another product say when the last dose was, and nothing of when the next one is due. */
    public Course read(MedicationRequest order) {
        List<MedicationRequest> line = line(order);
        List<MedicationRequest> same = line.stream()
                .filter(each -> each == order || isSame(each.getMedication(), order.getMedication()))
                .toList();
        Optional<MedicationAdministration> last = last(line);
        Optional<MedicationDispense> supply = dispensed.stream()
                .filter(dispense -> dispense.getStatus() == MedicationDispenseStatus.COMPLETED)
                .filter(dispense -> same.stream()
                        .anyMatch(each ->
                                isOf(each, dispense.getAuthorizingPrescription().stream(), dispense.getMedication())))
                .filter(dispense -> end(dispense).isPresent())
                .max(Comparator.comparing(dispense -> end(dispense).orElseThrow(), OffsetDateTime.timeLineOrder()));
        Optional<OffsetDateTime> next = nextDue(order, last(same).map(this::givenAt));
        Optional<OffsetDateTime> until = Stream.of(supply.flatMap(this::end), next)
                .flatMap(Optional::stream)
                .max(OffsetDateTime.timeLineOrder());
        return new Course(order, last, next, supply, until);
    }

    private Optional<MedicationAdministration> last(List<MedicationRequest> line) {
        return given.stream()
                .filter(dose -> dose.getStatus() == MedicationAdministrationStatus.COMPLETED)
                .filter(dose -> line.stream()
                        .anyMatch(order -> isOf(order, Stream.of(dose.getRequest()), dose.getMedication())))
                .filter(dose -> Moments.start(dose.getEffective(), zone).isPresent())
                .max(Comparator.comparing(this::givenAt, OffsetDateTime.timeLineOrder()));
    }

    private OffsetDateTime givenAt(MedicationAdministration dose) {
        return Moments.start(dose.getEffective(), zone).orElseThrow();
    }

    /** What was ordered, unless a dose was given since; then the interval of the doses says it. */
    private Optional<OffsetDateTime> nextDue(MedicationRequest order, Optional<OffsetDateTime> last) {
        Type ordered = order.hasExtension(NEXT_DOSE_DUE)
                ? order.getExtensionByUrl(NEXT_DOSE_DUE).getValue()
                : new DateTimeType();
        return Moments.start(ordered, zone)
                .filter(due -> last.map(due::isAfter).orElse(true))
                .or(() -> last.flatMap(dose -> interval(order).map(dose::plus)));
    }

    private static Optional<Duration> interval(MedicationRequest order) {
        TimingRepeatComponent repeat =
                order.getDosageInstructionFirstRep().getTiming().getRepeat();
        Double unit = repeat.hasPeriodUnit() ? HOURS.get(repeat.getPeriodUnit().toCode()) : null;
        if (unit == null || !repeat.hasPeriod() || repeat.getFrequency() < 1) {
            return Optional.empty();
        }
        double hours = repeat.getPeriod().doubleValue() * unit / repeat.getFrequency();
        return Optional.of(Duration.ofMinutes(Math.round(hours * 60)));
    }

    /** On the safe side: the days are counted from the moment it was handed over, not from the first dose of it. */
    private Optional<OffsetDateTime> end(MedicationDispense dispense) {
        Quantity days = dispense.getDaysSupply();
        return days.hasValue()
                ? Moments.start(dispense.getWhenHandedOverElement(), zone)
                        .map(at -> at.plusMinutes(Math.round(days.getValue().doubleValue() * 24 * 60)))
                : Optional.empty();
    }

    /** By what it says it is based on; where it says nothing, by the medicine. */
    private static boolean isOf(MedicationRequest order, Stream<Reference> basis, Type medication) {
        List<Reference> stated = basis.filter(Reference::hasReference).toList();
        String id = order.getIdElement().getIdPart();
        return stated.isEmpty()
                ? isSame(order.getMedication(), medication)
                : stated.stream()
                        .anyMatch(reference ->
                                reference.getReferenceElement().getIdPart().equals(id));
    }

    private static boolean isSame(Type ordered, Type other) {
        if (ordered instanceof CodeableConcept one && other instanceof CodeableConcept another) {
            return one.getCoding().stream().anyMatch(coding -> another.hasCoding(coding.getSystem(), coding.getCode()));
        }
        return ordered instanceof Reference one
                && other instanceof Reference another
                && one.hasReference()
                && one.getReference().equals(another.getReference());
    }

    private static boolean isAsNeeded(Dosage dosage) {
        return dosage.hasAsNeededCodeableConcept()
                || (dosage.hasAsNeededBooleanType()
                        && dosage.getAsNeededBooleanType().booleanValue());
    }
}
