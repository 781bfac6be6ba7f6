package org.manypaths.security;

/** A scope that is none; the message says why, without more of it than its sender wrote. */
public final class ScopeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ScopeException(String message) {
        super(message);
    }
}
