package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;

/** What there is to know of a code system of ours: each code, its meaning, and what others call it. */
class CodeSystemDocument implements Description {

    private final CodeSystem system;
    private final Codes codes;
    private final Map<String, List<Line>> elsewhere = new HashMap<>();

    CodeSystemDocument(CodeSystem system, List<ConceptMap> maps, Codes codes) {
        this.system = system;
        this.codes = codes;
        maps.forEach(map -> map.getGroup().stream()
                .filter(group -> system.getUrl().equals(group.getSource()))
                .forEach(this::addTargets));
    }

    private void addTargets(ConceptMapGroupComponent group) {
        group.getElement().forEach(element -> element.getTarget().forEach(target -> elsewhere
                .computeIfAbsent(element.getCode(), key -> new ArrayList<>())
                .add(target(group.getTarget(), target))));
    }

    private Line target(String targetSystem, TargetElementComponent target) {
        List<Span> spans = new ArrayList<>();
        if (target.hasCode()) {
            spans.addAll(codes.spans(new Coding(targetSystem, target.getCode(), target.getDisplay())));
            spans.add(Span.note(", " + Words.equivalence(target.getEquivalence())));
        } else {
            spans.add(Span.note(Words.equivalence(target.getEquivalence()) + " in " + codes.systemName(targetSystem)));
        }
        return new Line(spans);
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Number of codes", Span.text(String.valueOf(count(system.getConcept())))));
        if (system.hasCopyright()) {
            facts.add(Fact.of("Copyright", Span.text(system.getCopyright())));
        }
        return facts;
    }

    @Override
    public List<Block> blocks() {
        List<Row> rows = new ArrayList<>();
        addRows(rows, system.getConcept(), 0);
        List<String> columns = elsewhere.isEmpty()
                ? List.of("Code", "Name", "Meaning")
                : List.of("Code", "Name", "Meaning", "What others call it");
        String title = system.hasTitle() ? system.getTitle() : system.getName();
        return List.of(Block.table("Codes", new Table("Codes of " + title, columns, rows)));
    }

    private void addRows(List<Row> rows, List<ConceptDefinitionComponent> concepts, int depth) {
        for (ConceptDefinitionComponent concept : concepts) {
            List<List<Line>> cells = new ArrayList<>();
            cells.add(List.of(Line.text(concept.hasDisplay() ? concept.getDisplay() : "")));
            cells.add(List.of(Line.text(concept.hasDefinition() ? concept.getDefinition() : "")));
            if (!elsewhere.isEmpty()) {
                cells.add(elsewhere.getOrDefault(concept.getCode(), List.of()));
            }
            rows.add(Row.of(List.of(Line.of(Span.code(concept.getCode()))), cells)
                    .withAnchor(concept.getCode())
                    .withDepth(depth));
            addRows(rows, concept.getConcept(), depth + 1);
        }
    }

    private static int count(List<ConceptDefinitionComponent> concepts) {
        return concepts.stream()
                .mapToInt(concept -> 1 + count(concept.getConcept()))
                .sum();
    }
}
