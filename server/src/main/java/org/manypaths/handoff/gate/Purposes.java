package org.manypaths.handoff.gate;

import java.util.List;
import java.util.Optional;
import org.manypaths.consent.Purpose;

/** The purposes for which a handoff can be asked, by their code in v3-ActReason. */
public final class Purposes {

    private static final List<String> CODES = List.of("TREAT", "CAREMGT", "COC", "HPAYMT", "HOPERAT", "PATRQT");

    /** To be read by whoever sent another. */
    public static final String KNOWN = String.join(", ", CODES);

    private Purposes() {}

    public static Optional<Purpose> of(String code) {
        return CODES.contains(code) ? org.manypaths.consent.Purposes.of(code) : Optional.empty();
    }
}
