package org.manypaths.guide.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.ResourceType;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;

/** Turns canonical URLs into links: to a page of the guide, to the specification, or to the URL itself. */
final class Links {

    private static final String SPECIFICATION = "https://hl7.org/fhir/R4/";
    private static final String CORE = "http://hl7.org/fhir/";
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";

    private final Catalogue catalogue;

    Links(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Span entry(Entry entry) {
        return Span.link(entry.title(), entry.path());
    }

    Span canonical(String url) {
        Optional<Entry> ours = catalogue.byUrl(url);
        return ours.map(this::entry).orElseGet(() -> ofOthers(url));
    }

    /** A data type or resource of FHIR by its code. */
    Span type(String code) {
        if (code.isEmpty() || code.contains(":")) {
            return Span.text(code.substring(code.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        }
        return Span.link(
                code,
                isResource(code)
                        ? SPECIFICATION + code.toLowerCase(Locale.ROOT) + ".html"
                        : SPECIFICATION + page(code) + ".html#" + code);
    }

    private static String page(String dataType) {
        return switch (dataType) {
            case "Reference" -> "references";
            case "Extension" -> "extensibility";
            case "Meta" -> "resource";
            case "Narrative" -> "narrative";
            default -> "datatypes";
        };
    }

    private static boolean isResource(String code) {
        return Arrays.stream(ResourceType.values()).anyMatch(type -> type.name().equals(code));
    }

    private Span ofOthers(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        if (!url.startsWith("http:") && !url.startsWith("https:")) {
            return Span.code(canonical);
        }
        return Span.link(lastPart(url), address(url));
    }

    private static String address(String url) {
        if (url.startsWith(US_CORE)) {
            return "https://hl7.org/fhir/us/core/STU8/StructureDefinition-" + lastPart(url) + ".html";
        }
        if (url.startsWith(CORE + "StructureDefinition/")) {
            String id = lastPart(url);
            boolean extension = Character.isLowerCase(id.charAt(0)) && id.contains("-");
            return SPECIFICATION + (extension ? "extension-" + id : id.toLowerCase(Locale.ROOT)) + ".html";
        }
        if (url.startsWith(CORE + "ValueSet/")) {
            return SPECIFICATION + "valueset-" + lastPart(url) + ".html";
        }
        return url;
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
