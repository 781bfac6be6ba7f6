package org.manypaths.handoff.gap;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;

/**
 * When a supply is used up: under a higher dose it ends earlier.
 *
 * <p>On the safe side, its days are counted from the moment it was handed over, and no dose makes it last longer than it
 * was handed over for. Where a later order does not say how much is taken, and is not the same in words, nobody knows.
 */
final class SupplyEnd {

    private final ZoneOffset zone;

    SupplyEnd(ZoneOffset zone) {
        this.zone = zone;
    }

    /**
     * The moment at which the first dose is due that the person does not have; empty where nobody knows.
     *
     * @param line orders of one product, each in the place of the one after it; the supply is of one of them
     */
    Optional<OffsetDateTime> of(MedicationDispense supply, List<MedicationRequest> line) {
        Optional<OffsetDateTime> handedOver = Moments.start(supply.getWhenHandedOverElement(), zone);
        Optional<Duration> days = DaysSupply.of(supply.getDaysSupply());
        if (handedOver.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        int under = under(supply, line, handedOver.get());
        OffsetDateTime at = handedOver.get();
        double left = days.get().toMinutes();
        Optional<Double> speed = Optional.of(first(supply, line.get(under)));
        for (int next = under - 1; next >= 0; next--) {
            OffsetDateTime begins = begin(line.get(next)).orElse(at);
            double used = Math.max(0, Duration.between(at, begins).toMinutes()) * speed.get();
            if (used >= left) {
                break;
            }
            left -= used;
            at = begins.isAfter(at) ? begins : at;
            speed = speed(line.get(next), line.get(next + 1), speed.get(), supply, line.get(under));
            if (speed.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(at.plusMinutes((long) (left / speed.get())));
    }

    /** The order that it says; where it says none, the one that stood when it was handed over. */
    private int under(MedicationDispense supply, List<MedicationRequest> line, OffsetDateTime handedOver) {
        for (int i = 0; i < line.size(); i++) {
            String id = line.get(i).getIdElement().getIdPart();
            boolean stated = supply.getAuthorizingPrescription().stream().anyMatch(order -> String.valueOf(
                            order.getReferenceElement().getIdPart())
                    .equals(id));
            boolean stood = !supply.hasAuthorizingPrescription()
                    && begin(line.get(i))
                            .filter(begin -> !begin.isAfter(handedOver))
                            .isPresent();
            if (stated || stood) {
                return i;
            }
        }
        return line.size() - 1;
    }

    private Optional<OffsetDateTime> begin(MedicationRequest order) {
        return Moments.start(order.getAuthoredOnElement(), zone);
    }

    private static double first(MedicationDispense supply, MedicationRequest order) {
        return Pace.of(order.getDosageInstruction())
                .flatMap(pace -> Pace.of(supply).flatMap(pace::times))
                .map(SupplyEnd::notSlower)
                .orElse(1.0);
    }

    private static Optional<Double> speed(
            MedicationRequest order,
            MedicationRequest before,
            double speedBefore,
            MedicationDispense supply,
            MedicationRequest under) {
        if (isSame(order, before)) {
            return Optional.of(speedBefore);
        }
        Optional<Pace> pace = Pace.of(order.getDosageInstruction());
        Optional<Double> ofTheSupply = pace.flatMap(now -> Pace.of(supply).flatMap(now::times));
        return ofTheSupply
                .or(() -> pace.flatMap(
                        now -> Pace.of(under.getDosageInstruction()).flatMap(now::times)))
                .map(SupplyEnd::notSlower);
    }

    private static double notSlower(double speed) {
        return Math.max(1, speed);
    }

    private static boolean isSame(MedicationRequest one, MedicationRequest other) {
        int size = one.getDosageInstruction().size();
        if (size != other.getDosageInstruction().size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!one.getDosageInstruction()
                    .get(i)
                    .equalsDeep(other.getDosageInstruction().get(i))) {
                return false;
            }
        }
        return true;
    }
}
