package org.manypaths.narrative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Who or what a reference leads to, in words. Ids are not told: they mean nothing to a person, and while a transaction
 * is under way they are not known.
 */
final class ReferenceSpeech {

    /** One and several of each type. Others are named after their type. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            Map.entry("Patient", List.of("the person", "people")),
            Map.entry("RelatedPerson", List.of("a close person", "close people")),
            Map.entry("Practitioner", List.of("a practitioner", "practitioners")),
            Map.entry("PractitionerRole", List.of("a practitioner", "practitioners")),
            Map.entry("Organization", List.of("an organisation", "organisations")),
            Map.entry("CareTeam", List.of("the team around the person", "teams")),
            Map.entry("CarePlan", List.of("a plan", "plans")),
            Map.entry("Goal", List.of("a goal", "goals")),
            Map.entry("Condition", List.of("a condition", "conditions")),
            Map.entry("Observation", List.of("an observation", "observations")),
            Map.entry("Encounter", List.of("a visit or stay", "visits or stays")),
            Map.entry("EpisodeOfCare", List.of("a treatment episode", "treatment episodes")),
            Map.entry("MedicationRequest", List.of("a medicine in the plan", "medicines in the plan")),
            Map.entry("ServiceRequest", List.of("a service in the plan", "services in the plan")),
            Map.entry("DocumentReference", List.of("a document", "documents")));

    private final ConceptSpeech concepts;

    ReferenceSpeech(ConceptSpeech concepts) {
        this.concepts = concepts;
    }

    Optional<String> of(Reference reference) {
        return name(reference).or(() -> kind(reference).map(words -> words.get(0)));
    }

    /** What each value says, none twice; of those without a name only how many there are of a kind. */
    List<String> counted(List<? extends Base> values, Function<Base, Optional<String>> speech) {
        Map<String, Integer> said = new LinkedHashMap<>();
        Map<String, String> many = new LinkedHashMap<>();
        for (Base value : values) {
            Optional<String> words = speech.apply(value);
            words.ifPresent(text -> said.merge(text, 1, Integer::sum));
            if (value instanceof Reference reference && name(reference).isEmpty()) {
                words.ifPresent(text -> kind(reference).ifPresent(kind -> many.put(text, kind.get(1))));
            }
        }
        List<String> all = new ArrayList<>();
        said.forEach(
                (text, count) -> all.add(count > 1 && many.containsKey(text) ? count + " " + many.get(text) : text));
        return all;
    }

    private Optional<String> name(Reference reference) {
        if (reference.hasDisplay()) {
            return Optional.of(reference.getDisplay());
        }
        boolean contained = reference.hasReference() && reference.getReference().startsWith("#");
        return contained && reference.getResource() instanceof Resource target ? contained(target) : Optional.empty();
    }

    private Optional<String> contained(Resource target) {
        for (String element : List.of("name", "code", "title")) {
            for (Base value : Children.named(element, target)) {
                if (value instanceof CodeableConcept concept) {
                    return concepts.of(concept);
                } else if (value instanceof HumanName name) {
                    return Optional.of(PeopleSpeech.of(name));
                } else if (value.isPrimitive()) {
                    return Optional.ofNullable(value.primitiveValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> kind(Reference reference) {
        return ReferenceTypes.of(reference).map(type -> {
            List<String> known = TYPES.get(type);
            String plain = Titles.plain(type).toLowerCase(Locale.ROOT);
            return known == null ? List.of("a record (" + plain + ")", "records (" + plain + ")") : known;
        });
    }
}
