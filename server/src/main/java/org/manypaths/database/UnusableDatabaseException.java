package org.manypaths.database;

/** Why the server does not start with this database, in a sentence for its operator. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableDatabaseException(String sentence) {
        super(sentence);
    }
}
