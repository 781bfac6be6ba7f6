package org.manypaths.assessment;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;

/** Which substance belongs to which class, by the hierarchy of the substance code system. */
public final class SubstanceClasses {

    private final Map<String, Set<String>> classesByCode = new HashMap<>();

    /** Reads the nested concepts of the code system; every code may have any number of classes above it. */
    public SubstanceClasses(CodeSystem substances) {
        substances.getConcept().forEach(concept -> add(concept, Set.of()));
    }

    /** The classes of the guide as it is installed; none before that. */
    public static SubstanceClasses of(IValidationSupport definitions) {
        return definitions.fetchCodeSystem(AssessmentCodes.SUBSTANCE) instanceof CodeSystem substances
                ? new SubstanceClasses(substances)
                : new SubstanceClasses(new CodeSystem());
    }

    /** The codes without those that are the class of another among them: heroin, where heroin and opioids are given. */
    public List<String> mostPrecise(Collection<String> codes) {
        Set<String> classes = new HashSet<>();
        codes.forEach(code -> classes.addAll(classesByCode.getOrDefault(code, Set.of())));
        return codes.stream()
                .filter(Objects::nonNull)
                .filter(code -> !classes.contains(code))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the code system has the code at all. */
    public boolean knows(String code) {
        return classesByCode.containsKey(code);
    }

    public Set<String> codes() {
        return Set.copyOf(classesByCode.keySet());
    }

    /** The classes above a code, near and far; none for a code that is unknown. */
    public Set<String> above(String code) {
        return Set.copyOf(classesByCode.getOrDefault(code, Set.of()));
    }

    private void add(ConceptDefinitionComponent concept, Set<String> above) {
        classesByCode.put(concept.getCode(), above);
        Set<String> here = new HashSet<>(above);
        here.add(concept.getCode());
        concept.getConcept().forEach(narrower -> add(narrower, here));
    }
}
