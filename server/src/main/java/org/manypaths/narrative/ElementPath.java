package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;

/**
 * A way to elements of a resource, as templates write it: {@code component[substance].value}.
 *
 * <p>What stands in brackets narrows the step: see {@link ElementFilter}. A single dot is the element itself. A bare code
 * gets the name that one of our code systems gives it by {@code value of ihrp-consent-expiry}. It is a small part of
 * FHIRPath and a hundred times faster, which counts on every write.
 *
 * @param system our code system to which the codes found belong, where they do not say so themselves
 */
record ElementPath(List<Step> steps, Optional<String> system) {

    private static final String OF = " of ";

    private static final Pattern STEP = Pattern.compile("\\.?([a-zA-Z]+)(?:\\[([^]]+)])?");

    record Step(String name, Optional<ElementFilter> filter) {}

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ElementPath parse(String text) {
        String[] parts = text.split(OF, 2);
        return new ElementPath(
                steps(parts[0]),
                Optional.of(parts).filter(found -> found.length > 1).map(found -> found[1].strip()));
    }

    private static List<Step> steps(String text) {
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
        return List.copyOf(steps);
    }

    /** The elements that it leads to, in their order. */
    List<Base> from(Base start) {
        List<Base> found = walk(start);
        return system.map(name -> coded(found, name)).orElse(found);
    }

    private List<Base> walk(Base start) {
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

    private static List<Base> coded(List<Base> codes, String system) {
        return codes.stream()
                .map(code -> (Base) new Coding()
                        .setSystem(Canonical.BASE + "/CodeSystem/" + system)
                        .setCode(code.primitiveValue()))
                .toList();
    }
}
