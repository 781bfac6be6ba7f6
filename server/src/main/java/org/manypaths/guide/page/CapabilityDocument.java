package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.Element;

/** What there is to know of a capability statement: what a system in this role does, type by type. */
class CapabilityDocument implements Description {

    private static final String EXPECTATION = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation";

    private final CapabilityStatement statement;
    private final Links links;
    private final Markdown markdown;

    CapabilityDocument(CapabilityStatement statement, Links links, Markdown markdown) {
        this.statement = statement;
        this.links = links;
        this.markdown = markdown;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        statement.getImports().forEach(other -> facts.add(Fact.of("Includes", links.canonical(other.getValue()))));
        statement
                .getInstantiates()
                .forEach(other -> facts.add(Fact.of("Plays the part of", links.canonical(other.getValue()))));
        List<Line> formats = statement.getFormat().stream()
                .map(format -> Line.of(Span.code(format.getCode())))
                .toList();
        if (!formats.isEmpty()) {
            facts.add(new Fact("Formats", formats));
        }
        return facts;
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            String role =
                    rest.getMode() == CapabilityStatement.RestfulCapabilityMode.CLIENT ? "As a client" : "As a server";
            blocks.add(Block.prose(role, documentation(rest)));
            blocks.add(Block.table(
                    role + ": resources",
                    new Table(
                            role + ", what the system does with each type",
                            List.of("Type", "Profiles", "Interactions", "Searches", "Operations"),
                            rest.getResource().stream().map(this::row).toList())));
            blocks.add(Block.table(
                    role + ": operations on the whole system",
                    new Table(
                            "Operations",
                            List.of("Operation"),
                            rest.getOperation().stream()
                                    .map(operation -> Row.of(operation(operation)))
                                    .toList())));
        }
        return blocks;
    }

    private String documentation(CapabilityStatementRestComponent rest) {
        StringBuilder text = new StringBuilder();
        if (rest.hasDocumentation()) {
            text.append(rest.getDocumentation());
        }
        if (rest.getSecurity().hasDescription()) {
            text.append("\n\n").append(rest.getSecurity().getDescription());
        }
        return text.isEmpty() ? "" : markdown.html(text.toString(), "../", 2);
    }

    private Row row(CapabilityStatementRestResourceComponent resource) {
        List<Line> type = new ArrayList<>(List.of(expected(resource, links.type(resource.getType()))));
        if (resource.hasDocumentation()) {
            type.add(Line.of(Span.note(resource.getDocumentation())));
        }
        return Row.of(
                type,
                List.of(
                        resource.getSupportedProfile().stream()
                                .map(profile -> expected(profile, links.canonical(profile.getValue())))
                                .toList(),
                        resource.getInteraction().stream()
                                .map(interaction -> expected(
                                        interaction,
                                        Span.code(interaction.getCode().toCode())))
                                .toList(),
                        resource.getSearchParam().stream().map(this::search).toList(),
                        resource.getOperation().stream().map(this::operation).toList()));
    }

    private Line search(CapabilityStatementRestResourceSearchParamComponent search) {
        Span name = search.hasDefinition() && search.getDefinition().startsWith(Codes.OWN)
                ? Span.link(
                        search.getName(),
                        links.canonical(search.getDefinition()).target())
                : Span.code(search.getName());
        return expected(search, name);
    }

    private Line operation(CapabilityStatementRestResourceOperationComponent operation) {
        String target = operation.hasDefinition()
                ? links.canonical(operation.getDefinition()).target()
                : "";
        String name = "$" + operation.getName();
        return expected(operation, target.isEmpty() ? Span.code(name) : Span.link(name, target));
    }

    /** SHALL, SHOULD or MAY, where the statement says it. */
    private static Line expected(Element element, Span what) {
        return element.getExtension().stream()
                .filter(extension -> EXPECTATION.equals(extension.getUrl()))
                .findFirst()
                .map(extension -> Line.of(
                        what, Span.text(" "), Span.badge(extension.getValue().primitiveValue())))
                .orElseGet(() -> Line.of(what));
    }
}
