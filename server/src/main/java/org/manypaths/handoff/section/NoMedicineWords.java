package org.manypaths.handoff.section;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;

/**
 * Why no order stands.
 *
 * <p>A reason says that there is none. It is told only where all that the sender may hold of it would go, and the person is
 * not told to take anything; else one sentence stands, whether nothing is held or nothing may go (security.md 6.3).
 */
final class NoMedicineWords {

    private static final String EXTENSION = Canonical.BASE + "/StructureDefinition/ihrp-no-medicine";
    private static final String BUY_IN = Canonical.BASE + "/CodeSystem/ihrp-medication-buy-in";
    private static final Set<String> WITH_A_MEDICINE = Set.of("opioids", "alcohol", "nicotine");

    private final Chart chart;
    private final boolean hidesNone;

    /** @param hidesNone whether all about medicines would go, whatever is held */
    NoMedicineWords(Chart chart, boolean hidesNone) {
        this.chart = chart;
        this.hidesNone = hidesNone;
    }

    /** @param stances what the person thinks of medicines, the latest first */
    void write(SectionContent.Draft draft, List<Observation> stances) {
        reason(stances)
                .ifPresentOrElse(
                        reason -> draft.say("No medicine for substance use. " + reason.sentence())
                                .extension(new Extension(EXTENSION, new CodeType(reason.code()))),
                        () -> draft.say("No orders of medicines are told here. That does not say that there are none: "
                                + "ask the person."));
    }

    private Optional<NoMedicine> reason(List<Observation> stances) {
        if (!hidesNone || chart.keepsBack(this::tellsOfIt) || new TakingWords(chart).tellsOfTaking()) {
            return Optional.empty();
        }
        if (stances.stream().limit(1).anyMatch(NoMedicineWords::isDeclined)) {
            return Optional.of(NoMedicine.DECLINED);
        }
        if (!chart.ended().isEmpty()) {
            return Optional.of(NoMedicine.ENDED);
        }
        if (!stances.isEmpty()) {
            return Optional.empty();
        }
        Set<String> substances = chart.observations("substance-use").stream()
                .flatMap(use -> Substances.codes(use).stream())
                .collect(Collectors.toSet());
        boolean none = !substances.isEmpty() && substances.stream().noneMatch(WITH_A_MEDICINE::contains);
        return Optional.of(none ? NoMedicine.NOT_INDICATED : NoMedicine.NOT_OFFERED);
    }

    private static boolean isDeclined(Observation stance) {
        return stance.getValue() instanceof CodeableConcept concept && concept.hasCoding(BUY_IN, "declined");
    }

    /** Of a medicine for substance use, of what the person thinks of one, or of use. */
    private boolean tellsOfIt(Resource record) {
        if (record instanceof Observation observation) {
            return observation.getCode().hasCoding(Chart.OBSERVATION, "medication-buy-in")
                    || observation.getCode().hasCoding(Chart.OBSERVATION, "substance-use");
        }
        return record.fhirType().matches("Medication.+")
                && record instanceof DomainResource medicine
                && chart.isForUse(medicine);
    }
}
