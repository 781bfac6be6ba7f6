package org.manypaths.narrative;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;

/** A template: what to tell of one kind of resource, line by line and in what order. {@link TellingReader} reads it. */
record Telling(String title, List<Line> lines) {

    enum Kind {
        ALERT,
        WORDS,
        SAYS,
        FACT
    }

    /**
     * One line.
     *
     * @param name of a fact; otherwise empty
     * @param paths the first that leads to anything counts
     * @param sentence says each element found; without it the element speaks for itself
     */
    record Line(
            Kind kind, Optional<Condition> when, String name, List<ElementPath> paths, Optional<Sentence> sentence) {

        boolean applies(Base resource) {
            return when.map(condition -> condition.path().exists(resource) == condition.wanted())
                    .orElse(true);
        }

        List<Base> elements(Base resource) {
            return paths.stream()
                    .map(path -> path.from(resource))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
    }

    /** Whether a line is told: if something is there, or unless it is. */
    record Condition(ElementPath path, boolean wanted) {}
}
