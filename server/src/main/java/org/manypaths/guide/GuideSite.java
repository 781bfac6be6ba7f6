package org.manypaths.guide;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;
import org.manypaths.guide.catalogue.Section;
import org.manypaths.guide.page.Documents;
import org.manypaths.guide.page.Markdown;

/**
 * All pages of the guide, by their path below {@code /guide/}.
 *
 * <p>Each page is made when it is asked for; {@link GuidePages} keeps it. Safe for all threads.
 */
class GuideSite {

    private static final int MOST_HITS = 60;

    private final Edition edition;
    private final Catalogue catalogue;
    private final Documents documents;
    private final Markdown markdown;
    private final PageRenderer renderer;

    GuideSite(Edition edition, Catalogue catalogue, Documents documents, PageRenderer renderer) {
        this.edition = edition;
        this.catalogue = catalogue;
        this.documents = documents;
        this.markdown = new Markdown(catalogue);
        this.renderer = renderer;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Stream<String> stories() {
        return edition.stories().keySet().stream().map("stories/"::concat);
    }

    /** The page at a path; empty when there is none. */
    Optional<Page> page(String path) {
        if (path.isEmpty()) {
            return Optional.of(start());
        }
        if (path.equals(edition.archiveName())) {
            return Optional.of(edition.archive());
        }
        return Section.at(path)
                .map(this::list)
                .or(() -> article(path))
                .or(() -> story(path))
                .or(() -> entry(path));
    }

    private Page start() {
        return html(
                "start",
                "",
                Map.of(
                        "introduction", prose("index"),
                        "concepts", prose("concepts"),
                        "stories", edition.stories().values(),
                        "sections", sections()));
    }

    private String prose(String name) {
        return edition.article(name)
                .map(text -> markdown.html(text.body(), "", 1))
                .orElse("");
    }

    private Page list(Section section) {
        return html("list", "", Map.of("section", section, "entries", catalogue.section(section)));
    }

    private Optional<Page> article(String path) {
        return edition.article(path)
                .filter(text -> !text.name().equals("index") && !text.name().equals("concepts"))
                .map(text -> html("article", "", Map.of("article", text, "prose", markdown.html(text.body(), "", 0))));
    }

    private Optional<Page> story(String path) {
        return path.startsWith("stories/")
                ? Optional.ofNullable(edition.stories().get(path.substring("stories/".length())))
                        .map(story -> html(
                                "story", "../", Map.of("story", story, "prose", markdown.html(story.body(), "../", 0))))
                : Optional.empty();
    }

    private Optional<Page> entry(String path) {
        if (path.endsWith(".json")) {
            return find(path, ".json").map(entry -> Page.of(Page.JSON, entry.json()));
        }
        if (path.endsWith(".xml")) {
            return find(path, ".xml").map(entry -> Page.of(Page.XML, documents.xml(entry)));
        }
        return find(path, ".html").or(() -> find(path, "")).map(this::document);
    }

    private Optional<Entry> find(String path, String suffix) {
        return path.endsWith(suffix)
                ? catalogue.at(path.substring(0, path.length() - suffix.length()))
                : Optional.empty();
    }

    private Page document(Entry entry) {
        return html(
                "document",
                "../",
                Map.of("entry", entry, "document", documents.of(entry, edition.introduction(entry.path()))));
    }

    /** What the guide holds for these words; a page that is never kept. */
    Page search(String question) {
        List<String> words = Arrays.stream(question.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(8)
                .toList();
        List<Entry> hits = words.isEmpty() ? List.of() : catalogue.search(words);
        return html(
                "search",
                "",
                Map.of(
                        "question", question.strip(),
                        "total", hits.size(),
                        "hits", hits.stream().limit(MOST_HITS).toList()));
    }

    /** What somebody reads who asked for a page that is not there. */
    Page missing(String path) {
        long depth = path.chars().filter(character -> character == '/').count();
        return html("missing", "../".repeat((int) depth), Map.of("path", path));
    }

    private List<Section> sections() {
        return Arrays.stream(Section.values())
                .filter(section -> !catalogue.section(section).isEmpty())
                .toList();
    }

    private Page html(String template, String root, Map<String, Object> content) {
        Map<String, Object> all = new HashMap<>(content);
        all.put("edition", edition);
        all.put("catalogue", catalogue);
        all.put("menu", sections());
        return Page.of(Page.HTML, renderer.html(template, root, all));
    }
}
