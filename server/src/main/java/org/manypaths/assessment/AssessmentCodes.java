package org.manypaths.assessment;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.manypaths.conformance.Canonical;

/** The codes of the guide that assessments are recognised by. */
public final class AssessmentCodes {

    public static final String OBSERVATION = Canonical.BASE + "/CodeSystem/ihrp-observation";
    public static final String PART = Canonical.BASE + "/CodeSystem/ihrp-assessment-part";
    public static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance";
    public static final String RATER = Canonical.BASE + "/CodeSystem/ihrp-rater";

    public static final String STAGE_OF_CHANGE = "stage-of-change";

    private AssessmentCodes() {}

    public static boolean isPart(CodeableConcept concept, String part) {
        return concept.hasCoding(PART, part);
    }
}
