package org.manypaths.narrative;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;

/** Numbers with what they count. */
final class MeasureSpeech {

    /** A point on a scale has no unit that anybody would say. */
    private static final String SCORE = "{score}";

    private MeasureSpeech() {}

    static boolean canSay(Base value) {
        return value instanceof Quantity
                || value instanceof Period
                || value instanceof Range
                || value instanceof Ratio
                || value instanceof Money;
    }

    static Optional<String> of(Base value) {
        if (value instanceof Quantity quantity) {
            return quantity(quantity);
        } else if (value instanceof Period period) {
            return DateSpeech.of(period);
        } else if (value instanceof Range range) {
            return range(range);
        } else if (value instanceof Ratio ratio) {
            return quantity(ratio.getNumerator())
                    .flatMap(above -> quantity(ratio.getDenominator()).map(below -> above + " per " + below));
        } else if (value instanceof Money money && money.hasValue()) {
            return Optional.of(number(money.getValue()) + " "
                    + Optional.ofNullable(money.getCurrency()).orElse(""));
        }
        return Optional.empty();
    }

    private static Optional<String> quantity(Quantity quantity) {
        if (!quantity.hasValue()) {
            return Optional.empty();
        }
        String unit = quantity.hasUnit() ? quantity.getUnit() : quantity.hasCode() ? quantity.getCode() : "";
        boolean plain = unit.isEmpty() || SCORE.equals(quantity.getCode()) || unit.equals(SCORE);
        return Optional.of(compared(quantity.getComparator())
                + number(quantity.getValue())
                + (plain ? "" : separator(unit) + unit));
    }

    private static String separator(String unit) {
        return unit.equals("%") ? "" : " ";
    }

    private static String compared(QuantityComparator comparator) {
        if (comparator == null) {
            return "";
        }
        return switch (comparator) {
            case LESS_THAN -> "less than ";
            case LESS_OR_EQUAL -> "at most ";
            case GREATER_OR_EQUAL -> "at least ";
            case GREATER_THAN -> "more than ";
            case NULL -> "";
        };
    }

    private static Optional<String> range(Range range) {
        Optional<String> low = quantity(range.getLow());
        Optional<String> high = quantity(range.getHigh());
        if (low.isPresent() && high.isPresent()) {
            return low.map(from -> from + " to " + high.get());
        }
        return low.map(from -> "at least " + from).or(() -> high.map(to -> "at most " + to));
    }

    /** As it was recorded: 1.50 is more precise than 1.5. */
    static String number(BigDecimal value) {
        return value.toPlainString();
    }
}
