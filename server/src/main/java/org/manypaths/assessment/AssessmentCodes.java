package org.manypaths.assessment;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.manypaths.conformance.Canonical;

/** The codes of the guide that assessments are recognised by. */
final class AssessmentCodes {

    static final String OBSERVATION = Canonical.BASE + "/CodeSystem/ihrp-observation";
    static final String PART = Canonical.BASE + "/CodeSystem/ihrp-assessment-part";
    static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance";
    static final String RATER = Canonical.BASE + "/CodeSystem/ihrp-rater";

    static final String STAGE_OF_CHANGE = "stage-of-change";

    private AssessmentCodes() {}

    static boolean isPart(CodeableConcept concept, String part) {
        return concept.hasCoding(PART, part);
    }
}
