package org.manypaths.consent;

import java.util.Optional;

/** The answer to a {@link DisclosureRequest}: a permit with its legal basis, or a denial with its reason. */
public sealed interface Decision {

    /**
     * The record may be given out.
     *
     * @param consent id of the consent it rests on, for {@link Basis#WRITTEN_CONSENT}
     */
    record Permit(Basis basis, Optional<String> consent) implements Decision {}

    /** The record does not exist for this caller. The reason is for the trail and the operator, never for the caller. */
    record Deny(Reason reason) implements Decision {}

    /** Why a record was not given out. */
    enum Reason {
        PURPOSE_NOT_REGISTERED,
        PROCEEDINGS,
        PRIVATE_WORDS,
        DENIED_BY_CONSENT,
        NO_BASIS
    }

    static Decision permit(Basis basis) {
        return new Permit(basis, Optional.empty());
    }

    static Decision permitByConsent(String consent) {
        return new Permit(Basis.WRITTEN_CONSENT, Optional.of(consent));
    }

    static Decision deny(Reason reason) {
        return new Deny(reason);
    }

    default boolean isPermit() {
        return this instanceof Permit;
    }
}
