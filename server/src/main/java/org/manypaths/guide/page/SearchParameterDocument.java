package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.SearchParameter;

/** What there is to know of a search parameter: where it works, how it is asked, what it looks at. */
class SearchParameterDocument implements Description {

    private final SearchParameter parameter;
    private final Links links;

    SearchParameterDocument(SearchParameter parameter, Links links) {
        this.parameter = parameter;
        this.links = links;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Asked as",
                parameter.getBase().stream()
                        .map(CodeType::getCode)
                        .map(base ->
                                Line.of(Span.code("GET [base]/" + base + "?" + parameter.getCode() + "=" + value())))
                        .toList()));
        facts.add(Fact.of("Kind", Span.text(parameter.getType().getDisplay().toLowerCase(Locale.ROOT))));
        if (parameter.hasTarget()) {
            List<Span> targets = new ArrayList<>();
            parameter.getTarget().forEach(target -> {
                targets.add(Span.text(targets.isEmpty() ? "" : ", "));
                targets.add(links.type(target.getCode()));
            });
            facts.add(new Fact("Points to", List.of(new Line(targets))));
        }
        facts.add(Fact.of("Looks at", Span.code(parameter.getExpression())));
        addList(facts, "Modifiers", parameter.getModifier());
        addList(facts, "Comparators", parameter.getComparator());
        return facts;
    }

    private static void addList(List<Fact> facts, String label, List<? extends PrimitiveType<?>> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(
                    label,
                    values.stream()
                            .map(value -> Line.of(Span.code(value.getValueAsString())))
                            .toList()));
        }
    }

    private String value() {
        return switch (parameter.getType()) {
            case TOKEN -> "[system]|[code]";
            case REFERENCE -> "[type]/[id]";
            case DATE -> "[date]";
            case COMPOSITE -> "[first]$[second]";
            default -> "[value]";
        };
    }

    @Override
    public List<Block> blocks() {
        List<Row> rows = parameter.getComponent().stream()
                .map(part -> Row.of(
                        Line.of(links.canonical(part.getDefinition())), Line.of(Span.code(part.getExpression()))))
                .toList();
        return List.of(Block.table(
                "Parts", new Table("What is matched together", List.of("Search parameter", "Looks at"), rows)));
    }
}
