package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Concept;
import org.manypaths.guide.catalogue.Entry;

/** Shows codes by their names, and leads to what they mean. */
final class Codes {

    static final String OWN = Canonical.BASE;

    private final Catalogue catalogue;
    private final Wording wording;

    Codes(Catalogue catalogue, Wording wording) {
        this.catalogue = catalogue;
        this.wording = wording;
    }

    /** The name of a code, the code itself and the system that it comes from. */
    List<Span> spans(Coding coding) {
        String system = coding.hasSystem() ? coding.getSystem() : "";
        String code = coding.hasCode() ? coding.getCode() : "";
        List<Span> spans = new ArrayList<>();
        String label = label(system, code, coding.hasDisplay() ? coding.getDisplay() : "");
        if (!label.isEmpty()) {
            spans.add(Span.text(label + " "));
        }
        spans.add(catalogue
                .byUrl(system)
                .filter(entry -> catalogue.concept(system, code).isPresent())
                .map(entry -> Span.link(code, entry.path() + "#" + code))
                .orElse(Span.code(code)));
        if (!system.isEmpty()) {
            spans.add(Span.note(" " + systemName(system)));
        }
        if (isReworded(coding, label)) {
            spans.add(Span.note(" officially: " + coding.getDisplay()));
        }
        return spans;
    }

    /** What a reader is shown for a code: the display, or our own word where the display would wound. */
    String label(String system, String code, String display) {
        String known = display.isEmpty()
                ? catalogue.concept(system, code).map(Concept::display).orElse("")
                : display;
        return known.isEmpty() ? "" : wording.of(new Coding(system, code, known));
    }

    private static boolean isReworded(Coding coding, String label) {
        return coding.hasDisplay() && !label.equals(coding.getDisplay());
    }

    String systemName(String system) {
        return SystemNames.of(system, catalogue);
    }

    Span system(String url) {
        return catalogue
                .byUrl(url)
                .map((Entry entry) -> Span.link(entry.title(), entry.path()))
                .orElseGet(() -> Span.text(systemName(url)));
    }

    Catalogue catalogue() {
        return catalogue;
    }
}
