package org.manypaths.handoff.gap;

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
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationDispense.MedicationDispenseStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/** Reads the {@link Course} of an order out of the doses given and the supplies handed over. */
public final class CourseReader {

    private static final String NEXT_DOSE_DUE = Canonical.BASE + "/StructureDefinition/ihrp-next-dose-due";

    /** FHIR writes no later year. */
    private static final int LAST_YEAR = 9999;

    private static final Set<MedicationRequestStatus> STANDING =
            EnumSet.of(MedicationRequestStatus.ACTIVE, MedicationRequestStatus.ONHOLD);

    private static final Set<MedicationRequestStatus> ENDED =
            EnumSet.of(MedicationRequestStatus.STOPPED, MedicationRequestStatus.COMPLETED);

    private final Map<String, MedicationRequest> orders = new HashMap<>();
    private final List<MedicationAdministration> given;
    private final List<MedicationDispense> dispensed;
    private final Products products;
    private final UseMedicine useMedicine;
    private final ZoneOffset zone;

    /** A reader for records that name no stored products. */
    public CourseReader(
            List<MedicationRequest> orders,
            List<MedicationAdministration> given,
            List<MedicationDispense> dispensed,
            ZoneOffset zone) {
        this(orders, given, dispensed, new Products(List.of()), zone);
    }

    /**
     * A reader over the doses and supplies of one person.
     *
     * @param orders all that are known, also those that have ended: another may have come in their place
     * @param products by which the medicines that records name are known
     * @param zone whose days are meant where only a day is told
     */
    public CourseReader(
            List<MedicationRequest> orders,
            List<MedicationAdministration> given,
            List<MedicationDispense> dispensed,
            Products products,
            ZoneOffset zone) {
        orders.forEach(order -> this.orders.put(order.getIdElement().getIdPart(), order));
        this.given = List.copyOf(given);
        this.dispensed = List.copyOf(dispensed);
        this.products = products;
        this.useMedicine = new UseMedicine(products);
        this.zone = zone;
    }

    /** Orders that stand, and not what somebody only thought of. */
    public static boolean isStanding(MedicationRequest request) {
        return STANDING.contains(request.getStatus())
                && request.getIntent() != MedicationRequestIntent.PROPOSAL
                && !request.getDoNotPerform();
    }

    /**
     * A medicine for substance use that is taken by the clock: without it a person falls back into danger. One dose by the
     * clock is enough, whatever may be taken beside it as needed.
     */
    public boolean mustGoOn(MedicationRequest request) {
        List<Dosage> instructions = request.getDosageInstruction();
        boolean asNeeded = !instructions.isEmpty() && instructions.stream().allMatch(CourseReader::isAsNeeded);
        return request.getStatus() == MedicationRequestStatus.ACTIVE
                && isStanding(request)
                && useMedicine.isIn(request)
                && !asNeeded;
    }

    /** A medicine for substance use that was ordered and is no longer. */
    public boolean hasEnded(MedicationRequest request) {
        return ENDED.contains(request.getStatus())
                && request.getIntent() != MedicationRequestIntent.PROPOSAL
                && !request.getDoNotPerform()
                && useMedicine.isIn(request);
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
        return replaced(order).map(orders::get);
    }

    /** The id of the order in whose place another came; an order of another server is none of these. */
    public static Optional<String> replaced(MedicationRequest order) {
        return Optional.of(order.getPriorPrescription().getReferenceElement())
                .filter(before -> !before.hasBaseUrl())
                .map(before -> before.getIdPart());
    }

    /**
     * Doses and supplies of another product say when the last dose was, and nothing of when the next one is due. While an
     * order is on hold, none is due.
     */
    public Course read(MedicationRequest order) {
        List<MedicationRequest> line = line(order);
        List<MedicationRequest> same = line.stream()
                .filter(each -> each == order || products.isSame(each, order))
                .toList();
        Optional<Handed> supply = dispensed.stream()
                .filter(dispense -> dispense.getStatus() == MedicationDispenseStatus.COMPLETED)
                .filter(dispense -> same.stream()
                        .anyMatch(each -> isOf(each, dispense.getAuthorizingPrescription().stream(), dispense)))
                .flatMap(dispense -> end(dispense, same).map(end -> new Handed(dispense, end)).stream())
                .max(Comparator.comparing(Handed::end, OffsetDateTime.timeLineOrder()));
        Optional<OffsetDateTime> next = order.getStatus() == MedicationRequestStatus.ONHOLD
                ? Optional.empty()
                : nextDue(order, last(same)).filter(CourseReader::canBeWritten);
        Optional<OffsetDateTime> until = Stream.of(supply.map(Handed::end), next)
                .flatMap(Optional::stream)
                .max(OffsetDateTime.timeLineOrder());
        return new Course(order, last(line), next, supply.map(Handed::supply), until);
    }

    /** A supply of which somebody knows when it ends. */
    private record Handed(MedicationDispense supply, OffsetDateTime end) {}

    private Optional<OffsetDateTime> end(MedicationDispense dispense, List<MedicationRequest> same) {
        return new SupplyEnd(zone).of(dispense, same).filter(CourseReader::canBeWritten);
    }

    private static boolean canBeWritten(OffsetDateTime moment) {
        return moment.getYear() <= LAST_YEAR;
    }

    private Optional<MedicationAdministration> last(List<MedicationRequest> line) {
        return given.stream()
                .filter(dose -> dose.getStatus() == MedicationAdministrationStatus.COMPLETED)
                .filter(dose -> line.stream().anyMatch(order -> isOf(order, Stream.of(dose.getRequest()), dose)))
                .filter(dose -> Moments.start(dose.getEffective(), zone).isPresent())
                .max(Comparator.comparing(this::givenAt, OffsetDateTime.timeLineOrder()));
    }

    private OffsetDateTime givenAt(MedicationAdministration dose) {
        return Moments.start(dose.getEffective(), zone).orElseThrow();
    }

    /** What was ordered, unless a dose was given since; then the instructions say it. */
    private Optional<OffsetDateTime> nextDue(MedicationRequest order, Optional<MedicationAdministration> last) {
        Type ordered = order.hasExtension(NEXT_DOSE_DUE)
                ? order.getExtensionByUrl(NEXT_DOSE_DUE).getValue()
                : new DateTimeType();
        return Moments.start(ordered, zone)
                .filter(due -> last.map(this::givenAt).map(due::isAfter).orElse(true))
                .or(() ->
                        last.flatMap(dose -> NextDose.after(dose.getEffective(), order.getDosageInstruction(), zone)));
    }

    /** By what it says it is based on; where it says nothing, by the medicine. */
    private boolean isOf(MedicationRequest order, Stream<Reference> basis, DomainResource record) {
        List<Reference> stated = basis.filter(Reference::hasReference).toList();
        String id = order.getIdElement().getIdPart();
        return stated.isEmpty()
                ? products.isSame(order, record)
                : stated.stream().anyMatch(reference -> String.valueOf(
                                reference.getReferenceElement().getIdPart())
                        .equals(id));
    }

    static boolean isAsNeeded(Dosage dosage) {
        return dosage.hasAsNeededCodeableConcept()
                || (dosage.hasAsNeededBooleanType()
                        && dosage.getAsNeededBooleanType().booleanValue());
    }
}
