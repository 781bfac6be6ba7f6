package org.manypaths.handoff.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Puts a mark in the place of every character that a font does not have, and counts them, so that the paper can say that
 * something is missing on it.
 *
 * <p>Letters that are written from right to left count as missing: they would stand in the wrong order. Safe for all
 * threads.
 */
final class PrintableText {

    /** In the place of a character. */
    static final String MARK = "\u25A1";

    /** What people take for one character, however many code points it has. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /** Steers how others are shown, and is not seen itself. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]");

    private static final Pattern NUMBER = Pattern.compile("&#x(1?[0-9A-Fa-f]{2,5});");

    private static final int HEXADECIMAL = 16;
    private static final int ASCII = 128;

    private final CmapLookup glyphs;

    /**
     * Text for a font.
     *
     * @param font a TrueType font, which is read and closed
     */
    PrintableText(InputStream font) {
        try (font;
                TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            glyphs = read.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A page that can be printed.
     *
     * @param missing how many characters stand as a mark
     */
    record Fitted(String html, int missing) {

        /** What whoever holds the paper must know, if anything is missing on it. */
        Optional<String> notice() {
            return switch (missing) {
                case 0 -> Optional.empty();
                case 1 ->
                    Optional.of("1 character could not be printed here and stands as " + MARK
                            + ". It can be read on the web page of this document and in the FHIR document itself.");
                default ->
                    Optional.of(missing + " characters could not be printed here, each of them stands as " + MARK
                            + ". They can be read on the web page of this document and in the FHIR document itself.");
            };
        }
    }

    /** The body of the page; what stands in its head is not printed. */
    Fitted fit(String html) {
        int body = html.indexOf("<body");
        StringBuilder fitted = new StringBuilder(html.substring(0, body));
        int missing = 0;
        Matcher character = CHARACTER.matcher(written(html.substring(body)));
        while (character.find()) {
            Optional<String> shown = shown(character.group());
            fitted.append(shown.orElse(MARK));
            missing += shown.isPresent() ? 0 : 1;
        }
        return new Fitted(fitted.toString(), missing);
    }

    /** Some characters come as numbers. Those that mark up a page never do. */
    private static String written(String html) {
        return NUMBER.matcher(html).replaceAll(number -> {
            int codePoint = Integer.parseInt(number.group(1), HEXADECIMAL);
            return Matcher.quoteReplacement(
                    codePoint < ASCII || !Character.isValidCodePoint(codePoint)
                            ? number.group()
                            : Character.toString(codePoint));
        });
    }

    /** As it is, or in the nearest form that the font has. */
    private Optional<String> shown(String character) {
        String seen = UNSEEN.matcher(character).replaceAll("");
        return Stream.of(seen, Normalizer.normalize(seen, Form.NFC), Normalizer.normalize(seen, Form.NFKC))
                .filter(form -> form.codePoints().allMatch(this::isShown))
                .findFirst();
    }

    private boolean isShown(int codePoint) {
        return codePoint < ASCII || (glyphs.getGlyphId(codePoint) != 0 && !isFromTheRight(codePoint));
    }

    private static boolean isFromTheRight(int codePoint) {
        byte direction = Character.getDirectionality(codePoint);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
