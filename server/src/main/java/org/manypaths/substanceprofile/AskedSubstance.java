package org.manypaths.substanceprofile;

import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.assessment.AssessmentCodes;
import org.manypaths.assessment.SubstanceClasses;
import org.manypaths.refusal.RequestCode;

/**
 * A substance that was asked for.
 *
 * @param system empty where none was named; the code is then one of ours
 */
record AskedSubstance(Optional<String> system, String code) {

    /**
     * Reads {@code system|code} or {@code code}.
     *
     * <p>A code that does not exist is refused: an empty answer would read as "nothing known of this substance".
     */
    static AskedSubstance parse(String text, SubstanceClasses classes) {
        if (text.isBlank()) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "The parameter substance is empty.", "Leave it out to be told of all, or name one.");
        }
        int bar = text.indexOf('|');
        Optional<String> system = bar > 0 ? Optional.of(text.substring(0, bar)) : Optional.empty();
        AskedSubstance asked =
                new AskedSubstance(system, text.substring(bar + 1).strip());
        if (asked.isOurs() && !classes.knows(asked.code)) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "There is no substance " + asked.code + ".",
                    "Substances are: " + String.join(", ", new TreeSet<>(classes.codes())) + ".");
        }
        return asked;
    }

    /**
     * Whether something recorded about {@code concept} tells of this substance.
     *
     * <p>Who asks for a class is told of each substance in it. Who asks for one substance is told what was said of its
     * class as a whole as well: leaving that out could read as if nothing were known.
     */
    boolean isToldBy(CodeableConcept concept, SubstanceClasses classes) {
        boolean named = concept.getCoding().stream().anyMatch(this::isNamedBy);
        if (named || !isOurs()) {
            return named;
        }
        var said = classes.mostPrecise(concept.getCoding().stream()
                .filter(coding -> AssessmentCodes.SUBSTANCE.equals(coding.getSystem()))
                .map(Coding::getCode)
                .toList());
        return said.stream()
                .anyMatch(of ->
                        classes.above(of).contains(code) || classes.above(code).contains(of));
    }

    CodeableConcept concept() {
        return new CodeableConcept(
                new Coding().setSystem(system.orElse(AssessmentCodes.SUBSTANCE)).setCode(code));
    }

    private boolean isNamedBy(Coding coding) {
        return code.equals(coding.getCode())
                && system.orElse(AssessmentCodes.SUBSTANCE).equals(coding.getSystem());
    }

    private boolean isOurs() {
        return system.orElse(AssessmentCodes.SUBSTANCE).equals(AssessmentCodes.SUBSTANCE);
    }
}
