package org.manypaths.handoff.gate;

import java.util.Optional;
import org.manypaths.consent.Purpose;

/** The purposes for which a handoff can be asked, by their code in v3-ActReason. */
public final class Purposes {

    /** To be read by whoever sent another. */
    public static final String KNOWN = "TREAT, CAREMGT, COC, HPAYMT, HOPERAT, PATRQT";

    private Purposes() {}

    public static Optional<Purpose> of(String code) {
        return Labels.purpose(code);
    }
}
