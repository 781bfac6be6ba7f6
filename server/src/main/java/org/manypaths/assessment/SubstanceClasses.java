package org.manypaths.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** Which substance belongs to which class, by the hierarchy of the substance code system. */
final class SubstanceClasses {

    private final Map<String, Set<String>> classesByCode = new HashMap<>();

    /** Reads the nested concepts of the code system; every code may have any number of classes above it. */
    SubstanceClasses(CodeSystem substances) {
        substances.getConcept().forEach(concept -> add(concept, Set.of()));
    }

    /** The codes without those that are the class of another among them: heroin, where heroin and opioids are given. */
    List<String> mostPrecise(Collection<String> codes) {
        Set<String> classes = new HashSet<>();
        codes.forEach(code -> classes.addAll(classesByCode.getOrDefault(code, Set.of())));
        return codes.stream()
                .filter(code -> !classes.contains(code))
                .distinct()
                .sorted()
                .toList();
    }

    private void add(ConceptDefinitionComponent concept, Set<String> above) {
        classesByCode.put(concept.getCode(), above);
        Set<String> here = new HashSet<>(above);
        here.add(concept.getCode());
        concept.getConcept().forEach(narrower -> add(narrower, here));
    }
}
