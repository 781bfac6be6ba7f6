package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionSlicingDiscriminatorComponent;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** One element of a profile as a row: its name in the tree, how many, which type, what it means and what holds for it. */
class ElementRow {

    static final List<String> COLUMNS = List.of("Element", "How many", "Type", "Meaning and rules");

    private final ElementDefinition element;
    private final Links links;
    private final Codes codes;

    ElementRow(ElementDefinition element, Links links, Codes codes) {
        this.element = element;
        this.links = links;
        this.codes = codes;
    }

    Row row(String anchorPrefix) {
        String id = element.getId();
        int depth = (int) id.chars().filter(character -> character == '.').count();
        return Row.of(name(id), List.of(howMany(), types(), meaning()))
                .withAnchor(anchorPrefix + id)
                .withDepth(depth);
    }

    private List<Line> name(String id) {
        int dot = id.lastIndexOf('.');
        String last = id.substring(dot + 1);
        int colon = last.indexOf(':');
        List<Span> spans = new ArrayList<>();
        if (dot >= 0) {
            spans.add(Span.heard(id.substring(0, dot + 1)));
        }
        spans.add(Span.code(colon < 0 ? last : last.substring(0, colon)));
        if (colon >= 0) {
            spans.add(Span.text(" " + last.substring(colon + 1)));
        }
        List<Line> lines = new ArrayList<>(List.of(new Line(spans)));
        if (element.getMustSupport()) {
            lines.add(Line.of(Span.badge("must support")));
        }
        if (element.getIsModifier()) {
            lines.add(Line.of(Span.badge("changes the meaning")));
        }
        return lines;
    }

    private List<Line> howMany() {
        if (isRoot()) {
            return List.of();
        }
        if (!element.hasMax()) {
            return element.hasMin() ? List.of(Line.of(Span.code("from " + element.getMin()))) : List.of();
        }
        return List.of(
                Line.of(Span.code(element.getMin() + ".." + element.getMax())),
                Line.of(Span.note(Words.howMany(element))));
    }

    /** Of the resource itself there is always one. */
    private boolean isRoot() {
        return element.getId().indexOf('.') < 0;
    }

    private List<Line> types() {
        return element.getType().stream().map(this::type).toList();
    }

    private Line type(TypeRefComponent type) {
        List<Span> spans = new ArrayList<>();
        if (type.getCode().equals("Extension") && type.hasProfile()) {
            spans.add(links.canonical(type.getProfile().get(0).getValue()));
            return new Line(spans);
        }
        spans.add(links.type(type.getCode()));
        List<CanonicalType> targets = type.getTargetProfile();
        for (int i = 0; i < targets.size(); i++) {
            spans.add(Span.text(i == 0 ? " to " : ", "));
            spans.add(links.canonical(targets.get(i).getValue()));
        }
        return new Line(spans);
    }

    private List<Line> meaning() {
        List<Line> lines = new ArrayList<>();
        if (element.hasShort()) {
            lines.add(Line.text(element.getShort()));
        }
        boolean decided = element.hasPattern() || element.hasFixed();
        if (decided) {
            lines.add(always(element.hasPattern() ? element.getPattern() : element.getFixed()));
        }
        if (!decided && element.hasBinding() && element.getBinding().hasValueSet()) {
            lines.add(binding(element.getBinding()));
        }
        if (element.hasSlicing() && !element.getPath().endsWith("xtension")) {
            lines.add(slicing());
        }
        ownRules()
                .forEach(rule -> lines.add(Line.of(
                        Span.note(
                                rule.getSeverity() == ElementDefinition.ConstraintSeverity.ERROR
                                        ? "Rule "
                                        : "Warning "),
                        Span.link(rule.getKey(), "#rule-" + rule.getKey()))));
        return lines;
    }

    List<ElementDefinitionConstraintComponent> ownRules() {
        return element.getConstraint().stream()
                .filter(rule -> rule.getSource() != null && rule.getSource().startsWith(Codes.OWN))
                .toList();
    }

    private Line binding(ElementDefinitionBindingComponent binding) {
        return Line.of(
                Span.text(Words.bound(binding.getStrength()) + " "),
                links.canonical(binding.getValueSet()),
                Span.note(" (" + binding.getStrength().toCode() + ")"));
    }

    private Line slicing() {
        String by = element.getSlicing().getDiscriminator().stream()
                .map(ElementDefinitionSlicingDiscriminatorComponent::getPath)
                .map(path -> path.equals("$this") ? "value" : path)
                .collect(Collectors.joining(", "));
        boolean open = element.getSlicing().getRules() == ElementDefinition.SlicingRules.OPEN;
        return Line.of(Span.note("Told apart by " + by + (open ? "; others may stand beside them" : "; no others")));
    }

    private Line always(Type value) {
        List<Span> spans = new ArrayList<>(List.of(Span.text("Always ")));
        if (value instanceof CodeableConcept concept) {
            concept.getCoding().forEach(coding -> spans.addAll(codes.spans(coding)));
        } else if (value instanceof Coding coding) {
            spans.addAll(codes.spans(coding));
        } else if (value instanceof Quantity quantity) {
            spans.addAll(codes.spans(new Coding(quantity.getSystem(), quantity.getCode(), quantity.getUnit())));
        } else if (value instanceof Identifier identifier) {
            spans.add(Span.code(identifier.getSystem()));
        } else {
            spans.add(Span.code(String.valueOf(value.primitiveValue())));
        }
        return new Line(spans);
    }
}
