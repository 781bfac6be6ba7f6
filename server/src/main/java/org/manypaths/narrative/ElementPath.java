package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;

/**
 * A way to elements of a resource, as templates write it: {@code component[substance].value}.
 *
 * <p>What stands in brackets narrows the step: see {@link ElementFilter}. A single dot is the element itself. It is a
 * small part of FHIRPath and a hundred times faster, which counts on every write.
 */
record ElementPath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("\\.?([a-zA-Z]+)(?:\\[([^]]+)])?");

    record Step(String name, Optional<ElementFilter> filter) {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ElementPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text.equals(".") ? "" : text);
        int end = 0;
        while (step.find() && step.start() == end) {
            steps.add(new Step(step.group(1), Optional.ofNullable(step.group(2)).map(ElementFilter::parse)));
            end = step.end();
        }
        if (end < text.length() && !text.equals(".")) {
            throw new IllegalArgumentException("Not a path: " + text);
        }
        return new ElementPath(List.copyOf(steps));
    }

    /** The elements that it leads to, in their order. */
    List<Base> from(Base start) {
        List<Base> found = List.of(start);
        for (Step step : steps) {
            List<Base> next = new ArrayList<>();
            for (Base element : found) {
                for (Base child : Children.named(step.name(), element)) {
                    if (step.filter().map(filter -> filter.admits(child)).orElse(true)) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    boolean exists(Base start) {
        return from(start).stream().anyMatch(element -> !element.isEmpty());
    }
}
