package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;

/** What there is to know of a concept map: which code meets which, how closely, and what to mind. */
class ConceptMapDocument implements Description {

    private static final List<String> COLUMNS =
            List.of("Our code", "Their code", "How theirs relates to ours", "To mind");

    private final ConceptMap map;
    private final Links links;
    private final Codes codes;

    ConceptMapDocument(ConceptMap map, Links links, Codes codes) {
        this.map = map;
        this.links = links;
        this.codes = codes;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (map.hasSource()) {
            facts.add(Fact.of("From", links.canonical(map.getSource().primitiveValue())));
        }
        if (map.hasTarget()) {
            facts.add(Fact.of("To", links.canonical(map.getTarget().primitiveValue())));
        }
        return facts;
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                Block.tables("Codes", map.getGroup().stream().map(this::table).toList()));
    }

    private Table table(ConceptMapGroupComponent group) {
        List<Row> rows = new ArrayList<>();
        for (SourceElementComponent element : group.getElement()) {
            element.getTarget().forEach(target -> rows.add(row(group, element, target)));
        }
        String caption = codes.systemName(group.getSource()) + " and " + codes.systemName(group.getTarget());
        return new Table(caption, COLUMNS, rows);
    }

    private Row row(ConceptMapGroupComponent group, SourceElementComponent element, TargetElementComponent target) {
        List<Span> theirs = target.hasCode()
                ? codes.spans(new Coding(group.getTarget(), target.getCode(), target.getDisplay()))
                : List.of(Span.text("none"));
        return Row.of(
                new Line(codes.spans(new Coding(group.getSource(), element.getCode(), element.getDisplay()))),
                new Line(theirs),
                Line.text(Words.equivalence(target.getEquivalence())),
                Line.text(target.hasComment() ? target.getComment() : ""));
    }
}
