package org.manypaths.handoff.digest;

/** JSON that has no canonical form: a number beyond every double, or half of a character. */
public class UncanonicalJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncanonicalJsonException(String message) {
        super(message);
    }
}
