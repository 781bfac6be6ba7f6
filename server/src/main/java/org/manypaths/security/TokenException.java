package org.manypaths.security;

/** Why an access token is not accepted; the message is for whoever writes the client. */
final class TokenException extends Exception {

    private static final long serialVersionUID = 1L;

    TokenException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
