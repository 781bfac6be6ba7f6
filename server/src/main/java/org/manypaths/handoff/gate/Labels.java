package org.manypaths.handoff.gate;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;

/** Security labels and purposes as the decision knows them. A code of another system means nothing here. */
final class Labels {

    static final Set<InformationKind> USE =
            EnumSet.of(InformationKind.SUBSTANCE_USE, InformationKind.ALCOHOL_USE, InformationKind.OPIOID_USE);

    /** All that a record may tell which nobody has sorted yet. */
    static final Set<InformationKind> ANYTHING = EnumSet.complementOf(EnumSet.of(InformationKind.COUNSELLING_NOTE));

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private static final Map<String, Set<InformationKind>> KINDS = Map.ofEntries(
            Map.entry("42CFRPart2", ANYTHING),
            Map.entry("ETH", USE),
            Map.entry("SUD", USE),
            Map.entry("ETHUD", Set.of(InformationKind.ALCOHOL_USE)),
            Map.entry("OPIOIDUD", Set.of(InformationKind.OPIOID_USE)),
            Map.entry("PSY", Set.of(InformationKind.MENTAL_HEALTH)),
            Map.entry("MH", Set.of(InformationKind.MENTAL_HEALTH)),
            Map.entry("BH", Set.of(InformationKind.MENTAL_HEALTH)),
            Map.entry("HIV", Set.of(InformationKind.HIV)),
            Map.entry("SDV", Set.of(InformationKind.VIOLENCE)),
            Map.entry("PSYTHPN", Set.of(InformationKind.COUNSELLING_NOTE)),
            Map.entry("HIPAAPsyNotes", Set.of(InformationKind.COUNSELLING_NOTE)));

    private static final Map<String, Purpose> PURPOSES = Map.of(
            "TREAT", Purpose.TREATMENT,
            "CAREMGT", Purpose.TREATMENT,
            "COC", Purpose.TREATMENT,
            "HPAYMT", Purpose.PAYMENT,
            "HOPERAT", Purpose.OPERATIONS,
            "PATRQT", Purpose.PATIENT_REQUEST);

    private Labels() {}

    /** What a consent lets out by its labels. */
    static Set<InformationKind> covered(Collection<Coding> labels) {
        return kinds(labels, code -> true);
    }

    /** What a record says of itself. Where it came from is no statement of what it tells. */
    static Set<InformationKind> told(Collection<Coding> labels) {
        return kinds(labels, code -> !code.equals("42CFRPart2"));
    }

    private static Set<InformationKind> kinds(Collection<Coding> labels, Predicate<String> counts) {
        Set<InformationKind> kinds = labels.stream()
                .filter(label -> ACT_CODE.equals(label.getSystem()) && label.hasCode())
                .map(Coding::getCode)
                .filter(counts)
                .flatMap(code -> KINDS.getOrDefault(code, Set.of()).stream())
                .collect(Collectors.toSet());
        boolean normal = labels.stream()
                .anyMatch(label -> CONFIDENTIALITY.equals(label.getSystem()) && "N".equals(label.getCode()));
        if (normal) {
            kinds.add(InformationKind.GENERAL_HEALTH);
        }
        return kinds;
    }

    static Optional<Purpose> purpose(Coding coding) {
        return ACT_REASON.equals(coding.getSystem()) ? purpose(coding.getCode()) : Optional.empty();
    }

    static Optional<Purpose> purpose(String code) {
        return Optional.ofNullable(PURPOSES.get(code));
    }
}
