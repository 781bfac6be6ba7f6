package org.manypaths.consent;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;

/** The codes of HL7 for what a record is asked for. */
public final class Purposes {

    public static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private static final Map<String, Purpose> BY_CODE = Map.ofEntries(
            Map.entry("TREAT", Purpose.TREATMENT),
            Map.entry("CAREMGT", Purpose.TREATMENT),
            Map.entry("COC", Purpose.TREATMENT),
            Map.entry("HPAYMT", Purpose.PAYMENT),
            Map.entry("HOPERAT", Purpose.OPERATIONS),
            Map.entry("HQUALIMP", Purpose.OPERATIONS),
            Map.entry("PATRQT", Purpose.PATIENT_REQUEST),
            Map.entry("ETREAT", Purpose.EMERGENCY),
            Map.entry("ERTREAT", Purpose.EMERGENCY),
            Map.entry("BTG", Purpose.EMERGENCY),
            Map.entry("HRESCH", Purpose.RESEARCH),
            Map.entry("CLINTRCH", Purpose.RESEARCH));

    private Purposes() {}

    /** What the code stands for; empty where it is none that this server decides by. */
    public static Optional<Purpose> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Whether each is one that this server decides by. */
    static boolean areKnown(Collection<Coding> codings) {
        return codings.stream()
                .allMatch(coding -> SYSTEM.equals(coding.getSystem())
                        && of(String.valueOf(coding.getCode())).isPresent());
    }

    static Set<Purpose> of(Collection<Coding> codings) {
        return codings.stream()
                .filter(coding -> SYSTEM.equals(coding.getSystem()))
                .flatMap(coding -> of(String.valueOf(coding.getCode())).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
