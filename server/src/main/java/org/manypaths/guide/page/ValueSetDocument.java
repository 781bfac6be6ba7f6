package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.manypaths.guide.catalogue.Concept;

/** What there is to know of a value set: its codes, system by system. */
class ValueSetDocument implements Description {

    private static final String OFFICIAL = "Official display";

    private final ValueSet valueSet;
    private final Links links;
    private final Codes codes;

    ValueSetDocument(ValueSet valueSet, Links links, Codes codes) {
        this.valueSet = valueSet;
        this.links = links;
        this.codes = codes;
    }

    @Override
    public List<Fact> facts() {
        return valueSet.hasCopyright() ? List.of(Fact.of("Copyright", Span.text(valueSet.getCopyright()))) : List.of();
    }

    @Override
    public List<Block> blocks() {
        List<Table> tables = new ArrayList<>();
        valueSet.getCompose().getInclude().forEach(include -> tables.add(table(include, "Codes of ")));
        valueSet.getCompose().getExclude().forEach(exclude -> tables.add(table(exclude, "Without these codes of ")));
        return List.of(Block.tables("Codes", tables));
    }

    private Table table(ConceptSetComponent set, String caption) {
        if (!set.hasSystem()) {
            List<Row> rows = set.getValueSet().stream()
                    .map(url -> Row.of(Line.of(links.canonical(url.getValue()))))
                    .toList();
            return new Table("All codes of these value sets", List.of("Value set"), rows);
        }
        String name = codes.systemName(set.getSystem());
        if (set.hasFilter()) {
            List<Row> rows = set.getFilter().stream()
                    .map(filter -> Row.of(
                            Line.of(Span.code(filter.getProperty())),
                            Line.text(filter.getOp().getDisplay()),
                            Line.of(Span.code(filter.getValue()))))
                    .toList();
            return new Table(caption + name + " for which this holds", List.of("Property", "Relation", "Value"), rows);
        }
        return set.hasConcept() ? listed(set, caption + name) : whole(set, caption + name);
    }

    private Table listed(ConceptSetComponent set, String caption) {
        boolean ours = set.getSystem().startsWith(Codes.OWN);
        boolean reworded = set.getConcept().stream()
                .anyMatch(concept -> !label(set, concept).equals(display(concept)));
        List<String> columns = new ArrayList<>(List.of("Code", "Name"));
        if (ours) {
            columns.add("Meaning");
        } else if (reworded) {
            columns.add(OFFICIAL);
        }
        List<Row> rows = set.getConcept().stream()
                .map(concept -> row(set, concept, columns))
                .toList();
        return new Table(caption, columns, rows);
    }

    private Row row(ConceptSetComponent set, ConceptReferenceComponent concept, List<String> columns) {
        List<List<Line>> cells = new ArrayList<>();
        cells.add(List.of(Line.text(label(set, concept))));
        if (columns.contains("Meaning")) {
            cells.add(List.of(Line.text(codes.catalogue()
                    .concept(set.getSystem(), concept.getCode())
                    .map(Concept::definition)
                    .orElse(""))));
        } else if (columns.contains(OFFICIAL)) {
            cells.add(List.of(Line.of(Span.note(display(concept)))));
        }
        return Row.of(List.of(Line.of(code(set.getSystem(), concept.getCode()))), cells);
    }

    private Table whole(ConceptSetComponent set, String caption) {
        List<Concept> concepts = codes.catalogue().concepts(set.getSystem());
        if (concepts.isEmpty()) {
            return new Table(
                    "All codes of a code system",
                    List.of("Code system"),
                    List.of(Row.of(Line.of(codes.system(set.getSystem())))));
        }
        List<Row> rows = concepts.stream()
                .map(concept -> Row.of(
                        Line.of(code(set.getSystem(), concept.code())),
                        Line.text(concept.display()),
                        Line.text(concept.definition())))
                .toList();
        return new Table(caption, List.of("Code", "Name", "Meaning"), rows);
    }

    private Span code(String system, String code) {
        return codes.catalogue()
                .byUrl(system)
                .map(entry -> Span.link(code, entry.path() + "#" + code))
                .orElse(Span.code(code));
    }

    private String label(ConceptSetComponent set, ConceptReferenceComponent concept) {
        return codes.label(set.getSystem(), concept.getCode(), display(concept));
    }

    private static String display(ConceptReferenceComponent concept) {
        return concept.hasDisplay() ? concept.getDisplay() : "";
    }
}
