package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.narrative.Account.Fact;

/** Tells resources of types that have no template: element by element, under the names that FHIR gives them. */
final class PlainTelling {

    private static final Set<String> NOT_TOLD =
            Set.of("id", "meta", "implicitRules", "language", "text", "contained", "extension", "modifierExtension");
    private static final int MOST_VALUES = 20;

    private final Speech speech;

    PlainTelling(Speech speech) {
        this.speech = speech;
    }

    List<Fact> facts(Resource resource) {
        List<Fact> facts = new ArrayList<>();
        for (Property element : resource.children()) {
            if (NOT_TOLD.contains(element.getName()) || !element.hasValues()) {
                continue;
            }
            List<? extends Base> values = element.getValues();
            List<String> said = values.get(0) instanceof BackboneElement
                    ? values.stream().flatMap(value -> parts(value).stream()).toList()
                    : speech.all(values);
            if (!said.isEmpty()) {
                facts.add(new Fact(name(element), first(said)));
            }
        }
        return facts;
    }

    private Optional<String> parts(Base value) {
        List<String> parts = new ArrayList<>();
        for (Property part : value.children()) {
            if (!NOT_TOLD.contains(part.getName())) {
                parts.addAll(speech.all(part.getValues()));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static List<String> first(List<String> said) {
        if (said.size() <= MOST_VALUES) {
            return said;
        }
        List<String> first = new ArrayList<>(said.subList(0, MOST_VALUES));
        first.add("and " + (said.size() - MOST_VALUES) + " more");
        return first;
    }

    private static String name(Property element) {
        return Titles.plain(element.getName().replace("[x]", ""));
    }
}
