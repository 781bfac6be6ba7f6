package org.manypaths.cli;

/** Why the server does not start, in a sentence for the person at the keyboard. */
public final class StartRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartRefusal(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
