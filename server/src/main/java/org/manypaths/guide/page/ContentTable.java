package org.manypaths.guide.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;
import org.springframework.web.util.HtmlUtils;

/** The content of any resource, element by element, with names for codes and links for what it refers to. */
class ContentTable {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("resourceType", "id", "text", "meta");
    private static final int LONGEST_TEXT = 400;

    private final Codes codes;
    private final Catalogue catalogue;
    private final List<Row> rows = new ArrayList<>();

    private ContentTable(Codes codes) {
        this.codes = codes;
        this.catalogue = codes.catalogue();
    }

    static Table of(String caption, JsonNode resource, Codes codes) {
        ContentTable content = new ContentTable(codes);
        content.addFields(resource, 0);
        return new Table(caption, List.of("Element", "Content"), content.rows);
    }

    private void addFields(JsonNode object, int depth) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (depth == 0 && TOLD_ELSEWHERE.contains(field.getKey())) {
                continue;
            }
            JsonNode value = field.getValue();
            if (value.isArray()) {
                value.forEach(item -> add(field.getKey(), item, depth));
            } else {
                add(field.getKey(), value, depth);
            }
        }
    }

    private void add(String name, JsonNode value, int depth) {
        if (value.isValueNode()) {
            addRow(Span.code(name), List.of(Line.of(leaf(name, value))), depth);
        } else if (isConcept(value)) {
            addRow(Span.code(name), concept(value), depth);
        } else if (value.has("reference")) {
            addRow(Span.code(name), List.of(reference(value)), depth);
        } else if (value.has("url") && name.endsWith("xtension")) {
            addRow(extensionName(value.path("url").asText()), List.of(), depth);
            addFields(withoutUrl(value), depth + 1);
        } else {
            addRow(Span.code(name), List.of(Line.text(value.path("resourceType").asText())), depth);
            addFields(value, depth + 1);
        }
    }

    private void addRow(Span name, List<Line> content, int depth) {
        rows.add(Row.of(List.of(Line.of(name)), List.of(content)).withDepth(depth));
    }

    private static boolean isConcept(JsonNode value) {
        return value.has("coding") || (value.has("system") && value.has("code") && !value.has("value"));
    }

    private List<Line> concept(JsonNode value) {
        List<Line> lines = new ArrayList<>();
        if (value.has("text")) {
            lines.add(Line.text(value.path("text").asText()));
        }
        if (value.has("coding")) {
            value.path("coding").forEach(coding -> lines.add(coding(coding)));
        } else {
            lines.add(coding(value));
        }
        return lines;
    }

    private Line coding(JsonNode coding) {
        String display = coding.path("display").asText();
        return new Line(codes.spans(new Coding(
                coding.path("system").asText(), coding.path("code").asText(), display.isEmpty() ? null : display)));
    }

    private Line reference(JsonNode value) {
        String reference = value.path("reference").asText();
        String display = value.path("display").asText();
        return catalogue
                .at(reference)
                .map(entry -> Line.of(
                        Span.link(display.isEmpty() ? entry.title() : display, entry.path()),
                        Span.note(" " + reference)))
                .orElseGet(() -> Line.of(Span.text(display.isEmpty() ? "" : display + " "), Span.code(reference)));
    }

    private Span leaf(String name, JsonNode value) {
        String text = name.equals("div") ? plain(value.asText()) : value.asText();
        Entry named = catalogue.byUrl(text).or(() -> catalogue.at(text)).orElse(null);
        if (named != null) {
            return Span.link(named.title(), named.path());
        }
        boolean words = text.contains(" ") || name.equals("text");
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + " …" : text;
        return words ? Span.text(shown) : Span.code(shown);
    }

    /** What a narrative says, without its markup. */
    private static String plain(String xhtml) {
        return HtmlUtils.htmlUnescape(xhtml.replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Span extensionName(String url) {
        return catalogue
                .byUrl(url)
                .map(entry -> Span.link(entry.title(), entry.path()))
                .orElseGet(() -> Span.code(url.substring(url.lastIndexOf('/') + 1)));
    }

    private static JsonNode withoutUrl(JsonNode extension) {
        return ((ObjectNode) extension.deepCopy()).without("url");
    }
}
