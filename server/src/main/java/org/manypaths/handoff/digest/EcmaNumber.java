package org.manypaths.handoff.digest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Writes a number as ECMAScript does: the fewest digits that still mean the same IEEE 754 double.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785#section-3.2.2.3">RFC 8785, 3.2.2.3</a>
 */
final class EcmaNumber {

    private static final int MOST_DIGITS = 17;

    /** Numbers from here on are written with an exponent. */
    private static final int LARGE = 21;

    /** Numbers with more leading zeros than this are written with an exponent. */
    private static final int SMALL = -6;

    private EcmaNumber() {}

    /** @throws UncanonicalJsonException for what has no finite double */
    static String text(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new UncanonicalJsonException("A number is too large for the canonical form.");
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = shortest(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        return sign + format(digits.unscaledValue().toString(), digits.precision() - digits.scale());
    }

    /** Without zeros at its end, so that the digits of its unscaled value are those to be written. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision < MOST_DIGITS; precision++) {
            MathContext down = new MathContext(precision, RoundingMode.DOWN);
            MathContext up = new MathContext(precision, RoundingMode.UP);
            // Below a power of two the doubles lie closer together, so the nearest of so many digits may be another
            // double while its farther neighbour is not: both are asked.
            BigDecimal found = Stream.of(exact.round(down), exact.round(up))
                    .filter(candidate -> candidate.doubleValue() == value)
                    .min(Comparator.comparing(
                            candidate -> candidate.subtract(exact).abs()))
                    .orElse(BigDecimal.ZERO);
            if (found.signum() != 0) {
                return found.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** @param point how many digits stand before the decimal point; negative: how many zeros follow it */
    private static String format(String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= LARGE) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= LARGE) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (SMALL < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        int exponent = point - 1;
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
