package org.manypaths.handoff.section;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Dosage.DosageDoseAndRateComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.manypaths.narrative.FrequencySpeech;

/** How a medicine is taken: in the words of the order; where they leave out how much, or there are none, by its codes. */
final class DoseWords {

    private static final Map<Integer, String> NUMBERS = Map.of(
            1, "one", 2, "two", 3, "three", 4, "four", 5, "five", 6, "six", 7, "seven", 8, "eight", 9, "nine", 10,
            "ten");

    private DoseWords() {}

    /** All instructions in their order; empty where there are none. */
    static String of(List<Dosage> instructions) {
        return Words.joined("; ", instructions.stream().map(DoseWords::one));
    }

    private static String one(Dosage instruction) {
        if (!instruction.hasText()) {
            return Words.joined(
                    ", ",
                    Stream.of(
                            Words.joined(
                                    ", ", instruction.getDoseAndRate().stream().map(DoseWords::amount)),
                            often(instruction),
                            Words.concept(instruction.getRoute()),
                            asNeeded(instruction),
                            most(instruction.getMaxDosePerPeriod())));
        }
        String untold = instruction.getDoseAndRate().stream()
                .filter(dose -> numbers(dose).anyMatch(number -> !isIn(instruction.getText(), number)))
                .map(DoseWords::amount)
                .filter(amount -> !amount.isEmpty())
                .collect(Collectors.joining(", "));
        return instruction.getText() + (untold.isEmpty() ? "" : " (" + untold + ")");
    }

    private static String amount(DosageDoseAndRateComponent dose) {
        String amount = dose.hasDoseRange() ? range(dose.getDoseRange()) : quantity(dose, true);
        String rate = dose.hasRateRatio()
                ? ratio(dose.getRateRatio())
                : dose.hasRateRange() ? range(dose.getRateRange()) : quantity(dose, false);
        return Words.joined(" at ", Stream.of(amount, rate));
    }

    private static String quantity(DosageDoseAndRateComponent dose, boolean amount) {
        if (amount) {
            return dose.hasDoseQuantity() ? Words.quantity(dose.getDoseQuantity()) : "";
        }
        return dose.hasRateQuantity() ? Words.quantity(dose.getRateQuantity()) : "";
    }

    private static Stream<BigDecimal> numbers(DosageDoseAndRateComponent dose) {
        Stream<Quantity> amounts = dose.hasDoseRange()
                ? Stream.of(dose.getDoseRange().getLow(), dose.getDoseRange().getHigh())
                : dose.hasDoseQuantity() ? Stream.of(dose.getDoseQuantity()) : Stream.empty();
        return amounts.filter(Quantity::hasValue).map(Quantity::getValue);
    }

    /** As digits or as an English word. */
    private static boolean isIn(String text, BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        String digits = bare.scale() > -10 ? bare.toPlainString() : bare.toString();
        String word =
                bare.scale() <= 0 && bare.precision() <= 2 ? NUMBERS.getOrDefault(bare.intValue(), digits) : digits;
        return Pattern.compile("(?<![\\p{L}\\d.,])(" + Pattern.quote(digits) + "([.,]0+)?|" + Pattern.quote(word)
                        + ")(?![\\d]|[.,]\\d)")
                .matcher(text.toLowerCase(Locale.ENGLISH))
                .find();
    }

    private static String often(Dosage instruction) {
        return FrequencySpeech.of(instruction.getTiming().getRepeat())
                .orElseGet(() -> Words.concept(instruction.getTiming().getCode()));
    }

    private static String asNeeded(Dosage instruction) {
        if (instruction.hasAsNeededCodeableConcept()) {
            return "if needed for " + Words.concept(instruction.getAsNeededCodeableConcept());
        }
        boolean needed = instruction.hasAsNeededBooleanType()
                && instruction.getAsNeededBooleanType().booleanValue();
        return needed ? "if needed" : "";
    }

    private static String most(Ratio ratio) {
        return ratio.isEmpty() ? "" : "at most " + ratio(ratio);
    }

    private static String ratio(Ratio ratio) {
        return Words.joined(
                " in ", Stream.of(Words.quantity(ratio.getNumerator()), Words.quantity(ratio.getDenominator())));
    }

    private static String range(Range range) {
        return Words.joined(" to ", Stream.of(Words.quantity(range.getLow()), Words.quantity(range.getHigh())));
    }
}
