package org.manypaths.handoff.section;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Why a section has no entries.
 *
 * <p>The first two need somebody who said so, and nothing of the kind that was kept back. All else is
 * {@link #UNAVAILABLE}, whether nothing is held or nothing may go: the one must not be told from the other.
 */
public enum EmptyReason {
    NIL_KNOWN("nilknown", "Nil Known"),
    NOT_ASKED("notasked", "Not Asked"),
    UNAVAILABLE("unavailable", "Unavailable");

    private static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/list-empty-reason";

    private final String code;
    private final String display;

    EmptyReason(String code, String display) {
        this.code = code;
        this.display = display;
    }

    /** The reason of a note where somebody stated it; empty for {@link #UNAVAILABLE}, which states nothing. */
    static Optional<EmptyReason> recorded(CodeableConcept reason) {
        return Stream.of(NIL_KNOWN, NOT_ASKED)
                .filter(known -> reason.hasCoding(SYSTEM, known.code))
                .findFirst();
    }

    public CodeableConcept concept() {
        return new CodeableConcept().addCoding(new Coding(SYSTEM, code, display));
    }
}
