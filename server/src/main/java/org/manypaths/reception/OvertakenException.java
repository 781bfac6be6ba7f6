package org.manypaths.reception;

/** Another document about the same person was taken in since what is held was looked at. */
class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("Another document about the person was taken in meanwhile.");
    }
}
