package org.manypaths.consent;

import java.time.Instant;
import java.util.Optional;
import org.manypaths.consent.ConsentRecord.Lifecycle;

/** Where a consent stands at a moment; only {@link #IN_FORCE} lets anything out (42 CFR 2.31(c)). */
public enum ConsentState {
    FALSE,
    UNSIGNED,
    DEFICIENT,
    REVOKED,
    EXPIRED,
    IN_FORCE;

    public static ConsentState at(ConsentRecord consent, Instant now) {
        Lifecycle lifecycle = consent.lifecycle();
        if (lifecycle.knownFalse()) {
            return FALSE;
        }
        if (lifecycle.signedAt().isEmpty() || lifecycle.signedAt().get().isAfter(now)) {
            return UNSIGNED;
        }
        if (!consent.missing().isEmpty() || mixesCounsellingNotesWithOthers(consent) || mixesProceedings(consent)) {
            return DEFICIENT;
        }
        if (hasCome(lifecycle.revokedAt(), now)) {
            return REVOKED;
        }
        return hasCome(lifecycle.expiresAt(), now) || hasCome(lifecycle.endedBy(), now) ? EXPIRED : IN_FORCE;
    }

    /**
     * Whether what it keeps back stays back: once it is given and until it ends. The law asks a paper and its statements
     * of a consent to disclose; that somebody says no needs neither.
     */
    static boolean keepsBack(ConsentRecord consent, Instant now) {
        Lifecycle lifecycle = consent.lifecycle();
        return hasCome(lifecycle.signedAt(), now) && !lifecycle.isOver(now);
    }

    private static boolean hasCome(Optional<Instant> moment, Instant now) {
        return moment.filter(instant -> !instant.isAfter(now)).isPresent();
    }

    /** 42 CFR 2.31(b): combinable only with another consent for counselling notes. */
    private static boolean mixesCounsellingNotesWithOthers(ConsentRecord consent) {
        return consent.releasesCounsellingNotes()
                && consent.permits().stream()
                        .flatMap(scope -> scope.kinds().stream())
                        .anyMatch(kind -> kind != InformationKind.COUNSELLING_NOTE);
    }

    /** 42 CFR 2.31(d): a consent for proceedings is never combined with any other. */
    private static boolean mixesProceedings(ConsentRecord consent) {
        boolean proceedings =
                consent.permits().stream().anyMatch(scope -> scope.purposes().contains(Purpose.PROCEEDINGS));
        return proceedings
                && consent.permits().stream()
                        .flatMap(scope -> scope.purposes().stream())
                        .anyMatch(purpose -> purpose != Purpose.PROCEEDINGS);
    }
}
