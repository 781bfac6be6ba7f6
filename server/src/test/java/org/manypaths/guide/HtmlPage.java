package org.manypaths.guide;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page as a reader's program sees it; parsing it proves that every element is closed and every character escaped. */
record HtmlPage(String path, Document document) {

    private static final URI GUIDE = URI.create("http://guide.test/guide/");

    static HtmlPage parse(String path, String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new HtmlPage(
                    path,
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        } catch (Exception e) {
            throw new AssertionError("Not well-formed: /guide/" + path, e);
        }
    }

    private Stream<Element> elements(String name) {
        NodeList list = document.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(index -> (Element) list.item(index));
    }

    /** What stands in the cells of tables, without their heads. */
    Stream<String> cells() {
        return elements("td").map(cell -> cell.getTextContent().strip());
    }

    /** The columns of tables in which no cell holds anything, by their labels. */
    Stream<String> emptyColumns() {
        return elements("table").flatMap(table -> {
            NodeList cells = table.getElementsByTagName("td");
            Map<String, Boolean> filled = new HashMap<>();
            IntStream.range(0, cells.getLength())
                    .mapToObj(at -> (Element) cells.item(at))
                    .forEach(cell -> filled.merge(
                            cell.getAttribute("data-label"),
                            !cell.getTextContent().isBlank(),
                            Boolean::logicalOr));
            return filled.entrySet().stream()
                    .filter(column -> !column.getValue())
                    .map(Map.Entry::getKey);
        });
    }

    /** The pages of this site that links of this page lead to, as paths below the guide. */
    Stream<String> pathsLinkedTo() {
        return targets().map(HtmlPage::path).distinct();
    }

    Map<String, Set<String>> anchorsLinkedTo() {
        Map<String, Set<String>> anchors = new HashMap<>();
        targets().filter(target -> target.getFragment() != null).forEach(target -> anchors.computeIfAbsent(
                        path(target), key -> new TreeSet<>())
                .add(target.getFragment()));
        return anchors;
    }

    private Stream<URI> targets() {
        URI here = GUIDE.resolve(path);
        return Stream.concat(
                        elements("a").map(link -> link.getAttribute("href")),
                        elements("form").map(form -> form.getAttribute("action")))
                .map(here::resolve)
                .filter(target -> GUIDE.getHost().equals(target.getHost()));
    }

    private static String path(URI target) {
        return GUIDE.relativize(URI.create("http://guide.test" + target.getPath()))
                .toString();
    }

    List<String> ids() {
        return elements("*")
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What a browser fetches of its own accord when it shows the page. */
    List<String> loaded() {
        return elements("*")
                .flatMap(element -> switch (element.getTagName()) {
                    case "link" -> Stream.of(element.getAttribute("href"));
                    case "img", "script", "iframe", "object", "embed", "video", "audio", "source", "input" ->
                        Stream.of(element.getAttribute("src"), element.getAttribute("data"));
                    default -> Stream.of();
                })
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** Elements and attributes that a strict content security policy would ignore. */
    List<String> inline() {
        List<String> inline = new ArrayList<>();
        elements("*").forEach(element -> {
            if (Set.of("script", "style").contains(element.getTagName())) {
                inline.add(element.getTagName());
            }
            IntStream.range(0, element.getAttributes().getLength())
                    .mapToObj(index -> element.getAttributes().item(index).getNodeName())
                    .filter(name -> name.equals("style") || name.startsWith("on"))
                    .forEach(inline::add);
        });
        return inline;
    }

    List<Integer> headingLevels() {
        return elements("*")
                .map(Element::getTagName)
                .filter(name -> name.matches("h[1-6]"))
                .map(name -> Integer.parseInt(name.substring(1)))
                .toList();
    }

    /** The words of the table row with this id. */
    String row(String id) {
        return elements("tr")
                .filter(row -> row.getAttribute("id").equals(id))
                .findFirst()
                .map(row -> words(row.getTextContent()))
                .orElse("");
    }

    String text() {
        return words(document.getDocumentElement().getTextContent());
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
