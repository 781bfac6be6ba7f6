package org.manypaths.narrative;

import java.util.Locale;

/** The names of FHIR's types and elements as words. */
final class Titles {

    private Titles() {}

    /** {@code MedicationKnowledge} as "Medication knowledge", {@code birthDate} as "Birth date". */
    static String plain(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
