package org.manypaths.profiles;

/** The check digits with which SNOMED CT and LOINC guard their codes against a slip of the hand. */
final class CheckDigit {

    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] ROTATION = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigit() {}

    /** Verhoeff's check, with which every SNOMED CT identifier ends. */
    static boolean isSnomed(String code) {
        if (!code.matches("[1-9][0-9]{5,17}")) {
            return false;
        }
        int check = 0;
        for (int place = 0; place < code.length(); place++) {
            int digit = code.charAt(code.length() - 1 - place) - '0';
            check = DIHEDRAL[check][rotated(digit, place)];
        }
        return check == 0;
    }

    private static int rotated(int digit, int times) {
        int rotated = digit;
        for (int i = 0; i < times % 8; i++) {
            rotated = ROTATION[rotated];
        }
        return rotated;
    }

    /** The modulus-ten check after the hyphen of a LOINC term; of an answer (LA) only the form can be checked. */
    static boolean isLoinc(String code) {
        if (!code.matches("(LA)?[0-9]{1,7}-[0-9]")) {
            return false;
        }
        return code.startsWith("LA") || isModulusTen(code.substring(0, code.length() - 2), code);
    }

    private static boolean isModulusTen(String number, String code) {
        int sum = 0;
        for (int place = 0; place < number.length(); place++) {
            int digit = number.charAt(number.length() - 1 - place) - '0';
            int weighted = place % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }
}
