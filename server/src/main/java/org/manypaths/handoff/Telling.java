package org.manypaths.handoff;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Codes and words by which a thing is recognised in what others wrote.
 *
 * <p>A code counts by itself. A word counts wherever it stands in a text or a display, in small letters and with a blank
 * for everything that is no letter or digit; one with blanks around it counts only as a whole.
 */
record Telling(Set<String> codes, List<String> words) {

    Telling {
        codes = Set.copyOf(codes);
        words = List.copyOf(words);
    }

    /** @param words parted by commas; blanks that count are written as underscores */
    static Telling of(Set<String> codes, String words) {
        return new Telling(
                codes,
                Arrays.stream(words.split(",", -1))
                        .map(word -> word.strip().replace('_', ' '))
                        .toList());
    }

    /** @param system whose codes they are */
    static Set<String> codes(String system, String... codes) {
        return Arrays.stream(codes).map(code -> system + "|" + code).collect(Collectors.toSet());
    }

    boolean isIn(CodeableConcept concept) {
        return concept.getCoding().stream().anyMatch(this::isCode)
                || texts(concept).anyMatch(this::isIn);
    }

    boolean isIn(String text) {
        String plain = " " + text.toLowerCase(Locale.ENGLISH).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return words.stream().anyMatch(plain::contains);
    }

    boolean isCode(Coding coding) {
        return codes.contains(coding.getSystem() + "|" + coding.getCode());
    }

    static Stream<String> texts(CodeableConcept concept) {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(concept.getText())),
                        concept.getCoding().stream().map(coding -> Optional.ofNullable(coding.getDisplay())))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank());
    }
}
