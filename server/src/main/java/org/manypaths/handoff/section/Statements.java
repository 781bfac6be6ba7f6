package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.manypaths.handoff.AsOfRules;

/**
 * What notes say of whole sections: that nothing of the kind is known, or that nobody asked.
 *
 * <p>A note is a Composition whose sections carry the codes of {@code ihrp-handoff-section}; the latest that names a section
 * counts for it.
 */
final class Statements {

    private static final Set<CompositionStatus> STANDING =
            EnumSet.of(CompositionStatus.FINAL, CompositionStatus.AMENDED);

    private final List<Composition> notes;

    /** @param notes those that may travel, in any order */
    Statements(List<Composition> notes) {
        this.notes = notes.stream()
                .filter(note -> STANDING.contains(note.getStatus()) && note.hasDate())
                .sorted(Comparator.comparing(Composition::getDate).reversed())
                .toList();
    }

    /**
     * What somebody recorded of a section without entries.
     *
     * @param words what the note says there; may be empty
     */
    record Statement(EmptyReason reason, OffsetDateTime when, String words) {

        /** As a sentence of the server's own. */
        String sentence() {
            String said = reason == EmptyReason.NIL_KNOWN
                    ? "it was recorded that nothing of this is known"
                    : "it was recorded that nobody had asked";
            return "On " + Words.day(when) + " " + said + (words.isEmpty() ? "." : ": “" + words + "”");
        }
    }

    /** Empty where no note names the section, or the latest that does lists something in it or gives another reason. */
    Optional<Statement> of(SectionCode code, OffsetDateTime asOf) {
        for (Composition note : notes) {
            for (SectionComponent section : note.getSection()) {
                if (code.isOf(section.getCode())) {
                    return EmptyReason.recorded(section.getEmptyReason())
                            .filter(reason -> !section.hasEntry())
                            .map(reason -> new Statement(
                                    reason,
                                    AsOfRules.knownSince(note, asOf.getOffset()).orElse(asOf),
                                    Words.plain(section.getText())));
                }
            }
        }
        return Optional.empty();
    }
}
