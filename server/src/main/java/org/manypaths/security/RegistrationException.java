package org.manypaths.security;

/** Why a client cannot be registered so, in a sentence for the operator. */
public final class RegistrationException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RegistrationException(String sentence) {
        super(sentence);
    }
}
