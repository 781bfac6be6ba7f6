package org.manypaths.refusal;

import org.jspecify.annotations.Nullable;

/** Text in which nobody can read anything. */
public final class Blank {

    private Blank() {}

    /** Whether there is nothing but white space of any kind, the no-break space among it, and characters without a shape. */
    public static boolean is(@Nullable String text) {
        return text == null || text.codePoints().allMatch(Blank::isUnseen);
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
