package org.manypaths.handoff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.manypaths.handoff.page.DocumentPage;
import org.manypaths.handoff.page.DocumentPdf;

/**
 * The PDF of a document, read back.
 *
 * @param title of the file
 * @param pages the lines of each page from top to bottom, without what stands in its margin
 * @param heads what stands above each page
 * @param text all of it, cell by cell
 * @param widest where the letter furthest to the right ends, as a part of the width of the paper
 */
record PrintedPages(String title, List<List<String>> pages, List<String> heads, String text, double widest) {

    private static final DocumentPdf PDF = new DocumentPdf(new DocumentPage());

    static PrintedPages of(Bundle document) {
        try (PDDocument pdf = Loader.loadPDF(PDF.print(document))) {
            Reader reader = new Reader();
            String text = reader.getText(pdf).replaceAll("\\s+", " ");
            reader.setSortByPosition(true);
            List<List<String>> pages = new ArrayList<>();
            List<String> heads = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                String lines = reader.getText(pdf);
                heads.add(lines.strip().lines().findFirst().orElse(""));
                pages.add(lines.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty()
                                && !line.startsWith("Handoff: ")
                                && !line.startsWith("May be incomplete: ask")
                                && !line.matches("Page \\d+ of \\d+"))
                        .toList());
            }
            return new PrintedPages(pdf.getDocumentInformation().getTitle(), pages, heads, text, reader.widest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> words() {
        return Arrays.stream(text.split("[\\s-]+")).collect(Collectors.toSet());
    }

    /** Of every page but the last, which ends where the document does. */
    List<String> lastLines() {
        return pages.stream()
                .limit(pages.size() - 1)
                .map(page -> page.get(page.size() - 1))
                .toList();
    }

    List<String> firstLines() {
        return pages.stream().map(page -> page.get(0)).toList();
    }

    /** What stands in the tables of a document, heads included. */
    static List<String> cells(Bundle document) {
        return sections(document)
                .flatMap(section -> named(section.getText().getDiv(), "td", "th"))
                .map(XhtmlNode::allText)
                .toList();
    }

    /** All that announces something: titles, captions, rows of heads, lines in bold. */
    static Set<String> headings(Bundle document) {
        return sections(document)
                .flatMap(section -> Stream.concat(
                        Stream.of(section.getTitle()),
                        named(section.getText().getDiv(), "caption", "thead", "p")
                                .flatMap(PrintedPages::announced)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> announced(XhtmlNode node) {
        return switch (node.getName()) {
            case "thead" -> Stream.of(named(node, "th").map(XhtmlNode::allText).collect(Collectors.joining(" ")));
            case "p" -> named(node, "b").map(XhtmlNode::allText);
            default -> Stream.of(node.allText());
        };
    }

    private static Stream<SectionComponent> sections(Bundle document) {
        return ((Composition) document.getEntryFirstRep().getResource()).getSection().stream();
    }

    private static Stream<XhtmlNode> named(XhtmlNode node, String... names) {
        Stream<XhtmlNode> below = node.getChildNodes().stream().flatMap(child -> named(child, names));
        return List.of(names).contains(String.valueOf(node.getName())) ? Stream.concat(Stream.of(node), below) : below;
    }

    private static final class Reader extends PDFTextStripper {

        private double widest;

        @Override
        protected void processTextPosition(TextPosition letter) {
            widest = Math.max(widest, (letter.getX() + letter.getWidth()) / letter.getPageWidth());
            super.processTextPosition(letter);
        }
    }
}
