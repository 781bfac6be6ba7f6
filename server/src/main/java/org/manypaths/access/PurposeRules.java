package org.manypaths.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.manypaths.consent.Caller;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Purposes;

/**
 * What a request is for.
 *
 * <p>The registration of the client says what it may ask for. A header chooses among that, and grants nothing; without
 * one it is treatment, or the only purpose that the client is registered for.
 */
final class PurposeRules {

    static final String HEADER = "Purpose-Of-Use";

    private static final List<Purpose> USUAL = List.of(Purpose.TREATMENT, Purpose.OPERATIONS, Purpose.PAYMENT);

    private PurposeRules() {}

    static Optional<Purpose> purpose(ServletRequest request, Caller caller) {
        String stated = request instanceof HttpServletRequest http ? http.getHeader(HEADER) : null;
        if (stated != null) {
            return Purposes.of(stated.strip()).filter(caller.purposes()::contains);
        }
        return usual(caller);
    }

    /** What it is for where nobody says. */
    static Optional<Purpose> usual(Caller caller) {
        return USUAL.stream()
                .filter(caller.purposes()::contains)
                .findFirst()
                .or(() -> caller.purposes().size() == 1
                        ? caller.purposes().stream().findFirst()
                        : Optional.empty())
                .or(() -> caller.person().map(person -> Purpose.PATIENT_REQUEST));
    }
}
