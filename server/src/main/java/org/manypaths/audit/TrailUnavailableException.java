package org.manypaths.audit;

/** The trail could not be written, so that what it would tell of must not happen. */
public class TrailUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailUnavailableException(Throwable cause) {
        super("The trail cannot be written", cause);
    }
}
