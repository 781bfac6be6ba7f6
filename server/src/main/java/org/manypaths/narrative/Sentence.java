package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;

/**
 * Words with holes: {@code {component[substance].value}: {value}[, of ten {component[confidence].value}]}.
 *
 * <p>It is said only where every hole can be filled; what stands in brackets is left out where its own cannot.
 */
record Sentence(List<Part> parts) {

    /** What stood between two pieces of which the first was left out. */
    private static final Pattern LEFT_OVER = Pattern.compile("^\\s*[,;:.]\\s");

    /** Plain words, a hole, or a piece that may be left out. */
    sealed interface Part {}

    record Words(String text) implements Part {}

    record Hole(List<ElementPath> paths) implements Part {}

    record Piece(Sentence sentence) implements Part {}

    static Sentence parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            int end = first == '{' ? closing(text, at, '}') : first == '[' ? closing(text, at, ']') : next(text, at);
            if (first == '{') {
                parts.add(new Hole(paths(text.substring(at + 1, end))));
            } else if (first == '[') {
                parts.add(new Piece(parse(text.substring(at + 1, end))));
            } else {
                parts.add(new Words(text.substring(at, end)));
            }
            at = first == '{' || first == '[' ? end + 1 : end;
        }
        return new Sentence(List.copyOf(parts));
    }

    /** Paths of which the first that leads to anything counts. */
    static List<ElementPath> paths(String text) {
        return Arrays.stream(text.split(" or ", -1))
                .map(String::strip)
                .map(ElementPath::parse)
                .toList();
    }

    private static int next(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '{' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** Where what opens here is closed. Brackets inside a hole belong to its path; pieces may hold pieces. */
    private static int closing(String text, int from, char bracket) {
        boolean inHole = false;
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '{' || character == '}') {
                inHole = character == '{';
                depth += bracket == '}' ? (inHole ? 1 : -1) : 0;
            } else if (bracket == ']' && !inHole) {
                depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            }
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("Nothing closes " + text.charAt(from) + " in: " + text);
    }

    Optional<String> about(Base element, Speech speech) {
        return filled(element, speech)
                .map(text -> LEFT_OVER.matcher(text).replaceFirst("").strip())
                .filter(text -> text.chars().anyMatch(Character::isLetterOrDigit));
    }

    private Optional<String> filled(Base element, Speech speech) {
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            Optional<String> text = said(part, element, speech);
            if (text.isEmpty() && part instanceof Hole) {
                return Optional.empty();
            }
            text.ifPresent(said::append);
        }
        return Optional.of(said.toString());
    }

    private static Optional<String> said(Part part, Base element, Speech speech) {
        if (part instanceof Words words) {
            return Optional.of(words.text());
        } else if (part instanceof Piece piece) {
            return piece.sentence().filled(element, speech);
        }
        return ((Hole) part)
                .paths().stream()
                        .map(path -> speech.all(path.from(element)))
                        .filter(values -> !values.isEmpty())
                        .findFirst()
                        .map(values -> String.join(", ", values));
    }
}
