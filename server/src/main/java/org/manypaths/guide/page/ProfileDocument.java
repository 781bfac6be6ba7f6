package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What there is to know of a profile or an extension. */
class ProfileDocument implements Description {

    private static final String COMPLIES =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile";

    private final StructureDefinition profile;
    private final Links links;
    private final Codes codes;

    ProfileDocument(StructureDefinition profile, Links links, Codes codes) {
        this.profile = profile;
        this.links = links;
        this.codes = codes;
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Builds on", links.canonical(profile.getBaseDefinition())));
        profile.getExtensionsByUrl(COMPLIES)
                .forEach(extension -> facts.add(Fact.of(
                        "Complies with", links.canonical(extension.getValue().primitiveValue()))));
        if (profile.hasContext()) {
            facts.add(new Fact(
                    "May stand in",
                    profile.getContext().stream()
                            .map(context -> Line.of(Span.code(context.getExpression())))
                            .toList()));
        }
        return facts;
    }

    @Override
    public List<Block> blocks() {
        Set<String> changed = profile.getDifferential().getElement().stream()
                .map(ElementDefinition::getId)
                .collect(Collectors.toSet());
        List<ElementDefinition> all = profile.getSnapshot().getElement();
        return List.of(
                elements("Key elements", "key-", all, element -> isKey(element, changed)),
                bindings(all, changed),
                rules(all),
                extensions(all),
                elements(
                                "What differs from the base",
                                "diff-",
                                profile.getDifferential().getElement(),
                                any -> true)
                        .fold(),
                elements("All elements", "all-", all, any -> true).fold());
    }

    private static boolean isKey(ElementDefinition element, Set<String> changed) {
        String id = element.getId();
        boolean direct = id.indexOf('.') == id.lastIndexOf('.');
        if (id.endsWith(".extension") || id.endsWith(".modifierExtension")) {
            return false;
        }
        return changed.contains(id)
                || element.getMustSupport()
                || (direct && (element.getMin() > 0 || element.getIsModifier()) && !id.endsWith(".implicitRules"));
    }

    private Block elements(
            String heading, String prefix, List<ElementDefinition> elements, Predicate<ElementDefinition> shown) {
        List<Row> rows = elements.stream()
                .filter(shown)
                .map(element -> new ElementRow(element, links, codes).row(prefix))
                .toList();
        return Block.table(heading, new Table(heading + " of " + title(), ElementRow.COLUMNS, rows));
    }

    private Block bindings(List<ElementDefinition> elements, Set<String> changed) {
        List<Row> rows = elements.stream()
                .filter(element -> element.hasBinding() && element.getBinding().hasValueSet())
                .filter(element -> element.getMustSupport()
                        || changed.contains(element.getId())
                        || element.getBinding().getValueSet().startsWith(Codes.OWN))
                .map(element -> Row.of(
                        Line.of(Span.code(element.getId())),
                        Line.of(links.canonical(element.getBinding().getValueSet())),
                        Line.of(
                                Span.text(strength(element.getBinding().getStrength())),
                                Span.note(" ("
                                        + element.getBinding().getStrength().toCode() + ")"))))
                .toList();
        return Block.table(
                "Codes", new Table("Which codes an element takes", List.of("Element", "Codes", "How strictly"), rows));
    }

    private static String strength(BindingStrength strength) {
        return switch (strength) {
            case REQUIRED -> "one of these and no other";
            case EXTENSIBLE -> "one of these where one fits, else another";
            case PREFERRED -> "preferably one of these";
            case EXAMPLE -> "these are examples";
            case NULL -> "";
        };
    }

    private Block rules(List<ElementDefinition> elements) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (ElementDefinition element : elements) {
            new ElementRow(element, links, codes)
                    .ownRules()
                    .forEach(rule -> rows.computeIfAbsent(rule.getKey(), key -> rule(element, rule)));
        }
        return Block.table(
                "Rules",
                new Table(
                        "What is checked beyond the elements",
                        List.of("Rule", "What happens", "In words", "As FHIRPath"),
                        List.copyOf(rows.values())));
    }

    private static Row rule(ElementDefinition element, ElementDefinitionConstraintComponent rule) {
        boolean refuses = rule.getSeverity() == ElementDefinition.ConstraintSeverity.ERROR;
        return Row.of(
                        Line.of(Span.code(rule.getKey()), Span.note(" at " + element.getId())),
                        Line.of(Span.badge(refuses ? "refused" : "warned")),
                        Line.text(rule.getHuman()),
                        Line.of(Span.code(rule.getExpression())))
                .withAnchor("rule-" + rule.getKey());
    }

    private Block extensions(List<ElementDefinition> elements) {
        List<Row> rows = elements.stream()
                .filter(element -> element.getPath().endsWith("xtension") && element.hasSliceName())
                .filter(element -> element.getTypeFirstRep().hasProfile())
                .map(element -> Row.of(
                        Line.of(links.canonical(
                                element.getTypeFirstRep().getProfile().get(0).getValue())),
                        Line.of(Span.code(element.getPath())),
                        Line.text(element.hasShort() ? element.getShort() : "")))
                .toList();
        return Block.table(
                "Extensions",
                new Table("Extensions it uses", List.of("Extension", "Stands in", "What it holds"), rows));
    }

    private String title() {
        return profile.hasTitle() ? profile.getTitle() : profile.getName();
    }
}
