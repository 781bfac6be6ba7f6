package org.manypaths.profiles;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What the validator may say about our own files although they are right, each with the reason. */
record ExplainedProblem(String id, Pattern message) {

    private static final List<ExplainedProblem> ALL = List.of(
            // Code systems that we may not ship. Their codes are held against sources.csv instead.
            of("Terminology_PassThrough_TX_Message", "CodeSystem is unknown and can't be validated: http.*"),
            // UCUM has no unit for a score, a drink or a film; the annotation is how FHIR writes them.
            of("TYPE_SPECIFIC_CHECKS_DT_QTY_UCUM_ANNOTATIONS", ".*"),
            // US Core takes any document type of LOINC by a filter, which needs LOINC itself; the code is in
            // sources.csv.
            of(
                    "Terminology_PassThrough_TX_Message",
                    "Unable to expand ValueSet because CodeSystem could not be found: http://loinc.org"),
            of("Terminology_TX_NoValid_1_CC", ".*/us-core-documentreference-type\\).*"),
            // How one goal relates to another is told in words: the codes of R4's list are not verified here.
            of("Terminology_TX_Code_ValueSet_Ext", ".*/ValueSet/goal-relationship-type\\|.*"),
            // US Core is not part of the package: UsCoreTest proves what the profiles declare.
            of("Extension_EXT_Unknown_NotHere", ".*structuredefinition-compliesWithProfile could not be found.*"),
            of("SD_EXTENSION_COMPLIES_WITH_UNKNOWN", ".*http://hl7.org/fhir/us/core/.*"),
            // HAPI cannot make snapshots of extensions while it validates them; the build has made them before.
            of("ERROR_GENERATING_SNAPSHOT", ".*Unable to resolve package id hl7.fhir.r4.core#null.*"),
            // A pattern that fixes only the system has no code to look up.
            of("Terminology_PassThrough_TX_Message", "Unknown code 'https://w3id.org/manypaths/fhir/.*#null'"));

    static boolean covers(SingleValidationMessage problem) {
        return ALL.stream().anyMatch(explained -> explained.matches(problem));
    }

    private boolean matches(SingleValidationMessage problem) {
        return id.equals(problem.getMessageId())
                && message.matcher(Objects.requireNonNullElse(problem.getMessage(), ""))
                        .matches();
    }

    private static ExplainedProblem of(String id, String message) {
        return new ExplainedProblem(id, Pattern.compile(message));
    }
}
