package org.manypaths.refusal;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text in which nobody can read anything. */
public final class Blank {

    /**
     * Letters, marks and unassigned characters that are drawn as nothing: those of the Unicode property
     * Default_Ignorable_Code_Point that are no format characters, the blank Braille pattern and the null notehead. First
     * and last of each.
     */
    private static final int[][] DRAWN_AS_NOTHING = {
        {0x034F, 0x034F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2065, 0x2065},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x1D159, 0x1D159},
        {0xE0000, 0xE0FFF}
    };

    /** What has no shape of its own: nobody reads a mark without a letter, or a character that is nobody's. */
    private static final Set<Byte> SHAPELESS = Set.of(
            Character.FORMAT,
            Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.PRIVATE_USE,
            Character.SURROGATE,
            Character.UNASSIGNED);

    private Blank() {}

    /** Whether there is nothing but white space of any kind, the no-break space among it, and characters without a shape. */
    public static boolean is(@Nullable String text) {
        return text == null || text.codePoints().allMatch(Blank::isUnseen);
    }

    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || SHAPELESS.contains((byte) Character.getType(character))
                || Arrays.stream(DRAWN_AS_NOTHING).anyMatch(range -> range[0] <= character && character <= range[1]);
    }
}
