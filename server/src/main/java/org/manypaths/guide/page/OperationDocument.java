package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/** What there is to know of an operation: how it is called, what goes in, what comes out. */
class OperationDocument implements Description {

    private static final List<String> COLUMNS = List.of("Name", "How many", "Type", "Meaning");

    private final OperationDefinition operation;
    private final Links links;

    OperationDocument(OperationDefinition operation, Links links) {
        this.operation = operation;
        this.links = links;
    }

    @Override
    public List<Fact> facts() {
        List<Line> calls = new ArrayList<>();
        String name = "/$" + operation.getCode();
        String verb = operation.getAffectsState() ? "POST " : "GET or POST ";
        if (operation.getSystem()) {
            calls.add(Line.of(Span.code(verb + "[base]" + name)));
        }
        operation.getResource().forEach(resource -> {
            if (operation.getType()) {
                calls.add(Line.of(Span.code(verb + "[base]/" + resource.getCode() + name)));
            }
            if (operation.getInstance()) {
                calls.add(Line.of(Span.code(verb + "[base]/" + resource.getCode() + "/[id]" + name)));
            }
        });
        return List.of(
                new Fact("Called as", calls),
                Fact.of("Changes what is stored", Span.text(operation.getAffectsState() ? "yes" : "no")));
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                parameters("What goes in", OperationParameterUse.IN),
                parameters("What comes out", OperationParameterUse.OUT));
    }

    private Block parameters(String heading, OperationParameterUse use) {
        List<Row> rows = new ArrayList<>();
        operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == use)
                .forEach(parameter -> addRows(rows, parameter, 0));
        return Block.table(heading, new Table(heading, COLUMNS, rows));
    }

    private void addRows(List<Row> rows, OperationDefinitionParameterComponent parameter, int depth) {
        List<Span> type = new ArrayList<>();
        if (parameter.hasType()) {
            type.add(links.type(parameter.getType()));
        }
        parameter.getTargetProfile().forEach(profile -> {
            type.add(Span.text(" "));
            type.add(links.canonical(profile.getValue()));
        });
        List<Line> meaning = new ArrayList<>();
        if (parameter.hasDocumentation()) {
            meaning.add(Line.text(parameter.getDocumentation()));
        }
        if (parameter.hasBinding()) {
            meaning.add(Line.of(
                    Span.text(Words.bound(parameter.getBinding().getStrength()) + " "),
                    links.canonical(parameter.getBinding().getValueSet())));
        }
        rows.add(Row.of(
                        List.of(Line.of(Span.code(parameter.getName()))),
                        List.of(
                                List.of(Line.of(Span.code(parameter.getMin() + ".." + parameter.getMax()))),
                                List.of(new Line(type)),
                                meaning))
                .withDepth(depth));
        parameter.getPart().forEach(part -> addRows(rows, part, depth + 1));
    }
}
