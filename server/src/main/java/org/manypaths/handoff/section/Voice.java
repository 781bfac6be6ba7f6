package org.manypaths.handoff.section;

import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;

/** Notes, told in the words of whoever spoke. */
final class Voice {

    private final Names names;

    Voice(Chart chart) {
        names = new Names(chart);
    }

    /** Quotes the notes that say whose words they are, and tells the others as what was noted. */
    void quote(SectionContent.Draft draft, List<Annotation> notes) {
        for (Annotation note : notes) {
            String who = note.hasAuthorReference()
                    ? names.of((Reference) note.getAuthor())
                    : note.hasAuthorStringType() ? note.getAuthorStringType().getValue() : "";
            if (note.hasText() && !who.isEmpty()) {
                draft.quote(note.getText(), who);
            } else if (note.hasText()) {
                draft.say("Noted: " + note.getText());
            }
        }
    }
}
