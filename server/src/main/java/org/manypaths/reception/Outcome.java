package org.manypaths.reception;

import java.util.Locale;

/** What became of one record of a document. */
enum Outcome {
    /** A new copy of the receiver's own. */
    ADDED,
    /** The copy told the same already. */
    SAME,
    /** The copy was as it had arrived before, and tells now what the newer document tells. */
    UPDATED,
    /** The receiver has changed its copy since it arrived: it stays as it is. */
    KEPT_LOCAL,
    /** A newer document of the same handoff has been here: the copy stays as that one left it. */
    KEPT_NEWER,
    /** Another sender has told of it, or the same signed off what it told: the copy stays as that document left it. */
    KEPT_OTHER_SENDER,
    /** The receiver knew it already under its business identifier. */
    KNOWN,
    /** It could not be stored, and is only in the document that was kept. */
    NOT_UNDERSTOOD;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
