package org.manypaths.guide.page;

import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;

/** What the terse codes of the specification mean, in words for people who do not know it by heart. */
final class Words {

    private Words() {}

    static String howMany(ElementDefinition element) {
        boolean required = element.getMin() > 0;
        return switch (element.getMax()) {
            case "0" -> "not used";
            case "1" -> required ? "exactly one" : "none or one";
            case "*" -> required ? "at least " + number(element.getMin()) : "any number";
            default -> element.getMin() + " to " + element.getMax();
        };
    }

    private static String number(int count) {
        return count == 1 ? "one" : String.valueOf(count);
    }

    /** How an element's codes relate to the value set that follows these words. */
    static String bound(BindingStrength strength) {
        return switch (strength) {
            case REQUIRED -> "One of";
            case EXTENSIBLE -> "One of these where one fits:";
            case PREFERRED -> "Preferably one of";
            case EXAMPLE -> "For example one of";
            case NULL -> "One of";
        };
    }

    static String equivalence(ConceptMapEquivalence equivalence) {
        return switch (equivalence) {
            case EQUIVALENT -> "means the same";
            case EQUAL -> "is the same";
            case RELATEDTO -> "is related";
            case WIDER -> "is wider";
            case SUBSUMES -> "contains ours";
            case NARROWER -> "is narrower";
            case SPECIALIZES -> "is a kind of ours";
            case INEXACT -> "overlaps";
            case UNMATCHED -> "has no counterpart";
            case DISJOINT -> "is something else";
            case NULL -> "";
        };
    }
}
