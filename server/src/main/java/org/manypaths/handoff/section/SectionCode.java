package org.manypaths.handoff.section;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;

/** The sections of a handoff, in the order in which they are read. */
public enum SectionCode {
    REASON("reason", "Reason and what is needed"),
    SAFETY("safety", "Overdose and suicide safety"),
    MEDICINES("medicines", "Medicines"),
    TEAM("team-and-follow-up", "Team and follow-up"),
    USE("use-and-withdrawal", "Use and withdrawal"),
    STAGE("stage-and-meaning", "Stage and meaning"),
    GOALS("goals-and-harm-reduction", "Goals and harm reduction"),
    RETURN_TO_USE("return-to-use-plan", "Return-to-use plan"),
    SERVICES("services", "Therapies, practices and support"),
    CONDITIONS("conditions-and-allergies", "Conditions and allergies"),
    PREFERENCES("preferences", "What matters and safe contact"),
    WHAT_TRAVELS("what-travels", "What travels and what may be missing");

    private static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-handoff-section";

    private final String code;
    private final String title;

    SectionCode(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Whether the section of another document is this one. */
    boolean isOf(CodeableConcept section) {
        return section.hasCoding(SYSTEM, code);
    }

    public CodeableConcept concept() {
        return new CodeableConcept().addCoding(new Coding(SYSTEM, code, title));
    }
}
