package org.manypaths.validation;

/**
 * Whether a code of LOINC, SNOMED CT or RxNorm can exist at all, judged by its form and check digit.
 *
 * <p>The server carries none of the three, yet a code that nobody ever assigned can be told from one that it merely
 * does not know. A code that passes here may still not exist.
 */
final class CheckDigits {

    private static final int[][] MULTIPLICATION = {
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
    private static final int[][] PERMUTATION = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private CheckDigits() {}

    /** False only if no edition of the code system can hold the code; true for every other system. */
    static boolean possible(String system, String code) {
        return switch (system) {
            case "http://loinc.org" -> loinc(code);
            case "http://snomed.info/sct" -> code.matches("[1-9]\\d{5,17}") && verhoeff(code);
            case "http://www.nlm.nih.gov/research/umls/rxnorm" -> code.matches("[1-9]\\d{0,7}");
            default -> true;
        };
    }

    /** Terms end in a Luhn digit; answers, parts, lists and groups (LA…, LP…, LL…, LG…) have a rule of their own. */
    private static boolean loinc(String code) {
        if (!code.matches("\\d{1,7}-\\d")) {
            return code.matches("(?:LA|LP|LL|LG)\\d+-\\d|MTHU\\d+");
        }
        int dash = code.indexOf('-');
        int sum = 0;
        for (int i = 0; i < dash; i++) {
            int digit = code.charAt(dash - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(dash + 1) - '0';
    }

    /** Verhoeff's dihedral check, which SNOMED CT identifiers carry in their last digit. */
    private static boolean verhoeff(String code) {
        int check = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(code.length() - 1 - i) - '0';
            check = MULTIPLICATION[check][PERMUTATION[i % 8][digit]];
        }
        return check == 0;
    }
}
