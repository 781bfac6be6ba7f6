package org.manypaths.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manypaths.conformance.Canonical;

/**
 * What this build of the server publishes beside the definitions themselves: its version, its package and its texts.
 *
 * @param archive the FHIR package that partners install
 */
public record Edition(
        String version,
        Page archive,
        Map<String, Article> articles,
        Map<String, String> introductions,
        Map<String, Article> stories) {

    static Edition of(String version, byte[] archive, GuideTexts texts) {
        return new Edition(
                version,
                Page.of(Page.ARCHIVE, archive),
                articles(texts.pages()),
                texts.introductions(),
                articles(texts.stories()));
    }

    private static Map<String, Article> articles(Map<String, String> texts) {
        Map<String, Article> articles = new LinkedHashMap<>();
        texts.forEach((name, text) -> articles.put(name, Article.of(name, text)));
        return articles;
    }

    /** The name under which the package is fetched. */
    public String archiveName() {
        return Canonical.PACKAGE + "-" + version + ".tgz";
    }

    /** The pages that the menu names by themselves. */
    public List<Article> pages() {
        return articles.values().stream()
                .filter(article ->
                        !article.name().equals("index") && !article.name().equals("concepts"))
                .toList();
    }

    Optional<Article> article(String name) {
        return Optional.ofNullable(articles.get(name));
    }

    String introduction(String path) {
        return introductions.getOrDefault(path, "");
    }
}
