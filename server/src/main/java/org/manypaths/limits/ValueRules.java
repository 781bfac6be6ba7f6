package org.manypaths.limits;

import java.util.regex.Pattern;

/**
 * Which characters and numbers are taken in: those that can be written out again, in JSON and in XML alike.
 *
 * <p>FHIR strings have no control characters but tab, line feed and carriage return, and XML has no way to write them
 * (XML 1.0, 2.2). A number such as {@code 1e999999999} is ten characters that become a gigabyte when written out.
 */
final class ValueRules {

    /** More than any measurement needs; FHIR asks servers to keep 18. */
    private static final int DIGITS = 60;

    private static final Pattern HUGE_EXPONENT = Pattern.compile(".*[eE][+-]?0*[1-9]\\d{2,}");

    /** Each character is looked at a few times at most: a value may be as long as a body. */
    private static final Pattern HUGE_CRITERION =
            Pattern.compile("(?:^PREFIX{0,4}|(?<=[\\d.])PREFIX{1,4})[+-]?[\\d.]++[eE][+-]?\\d{4,}+(?:\\|.*)?\\z"
                    .replace("PREFIX", "(?:eq|ne|gt|lt|ge|le|sa|eb|ap)"));

    private static final char FIRST_PRINTABLE = ' ';

    private ValueRules() {}

    /** Whether a piece of text can be written in XML; what stands alone of a surrogate pair cannot. */
    static boolean isWritable(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (Character.isHighSurrogate(text[i])) {
                i++;
                if (i == from + length || !Character.isLowSurrogate(text[i])) {
                    return false;
                }
            } else if (!isWritable(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWritable(char one) {
        return one < FIRST_PRINTABLE
                ? one == '\t' || one == '\n' || one == '\r'
                : !Character.isLowSurrogate(one) && one != '\uFFFE' && one != '\uFFFF';
    }

    /** Whether a number, as it stands in JSON, is small enough to be written out. */
    static boolean isMeasurable(String number) {
        return number.length() <= DIGITS && !HUGE_EXPONENT.matcher(number).matches();
    }

    /** Whether one alternative of a search asks for a number that cannot be written out. */
    static boolean asksForAHugeNumber(String alternative) {
        return HUGE_CRITERION.matcher(alternative).find();
    }
}
