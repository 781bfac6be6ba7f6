package org.manypaths.guide.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that has a page in the guide, found by path, by canonical URL and by what uses it.
 *
 * <p>Immutable once it is built, and safe for all threads.
 */
public final class Catalogue {

    private final Map<String, Entry> byPath = new LinkedHashMap<>();
    private final Map<String, Entry> byUrl = new LinkedHashMap<>();
    private final Map<String, List<Use>> uses;
    private final Map<String, Map<String, Concept>> concepts;
    private final Map<Entry, String> texts;

    Catalogue(Map<Entry, String> texts, Map<String, List<Use>> uses, Map<String, Map<String, Concept>> concepts) {
        texts.keySet().stream()
                .sorted(Comparator.comparing(Entry::section)
                        .thenComparing(entry -> entry.title().toLowerCase(Locale.ROOT))
                        .thenComparing(Entry::path))
                .forEach(entry -> {
                    byPath.put(entry.path(), entry);
                    if (!entry.url().isEmpty()) {
                        byUrl.put(entry.url(), entry);
                    }
                });
        this.uses = uses;
        this.concepts = concepts;
        this.texts = texts;
    }

    /**
     * The catalogue of these resources.
     *
     * @param definitions the JSON of each definition
     * @param examples the JSON of each resource of an example
     */
    public static Catalogue of(Collection<String> definitions, Collection<String> examples) {
        return new CatalogueBuilder()
                .addDefinitions(definitions)
                .addExamples(examples)
                .build();
    }

    /** By section, then by title. */
    public Collection<Entry> entries() {
        return byPath.values();
    }

    public List<Entry> section(Section section) {
        return byPath.values().stream()
                .filter(entry -> entry.section() == section)
                .toList();
    }

    /** The entry whose page is at {@code Type/id}. */
    public Optional<Entry> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The definition with this canonical URL, a version after a bar left aside. */
    public Optional<Entry> byUrl(String canonical) {
        return Optional.ofNullable(byUrl.get(withoutVersion(canonical)));
    }

    /** The definition with this id; of several types the one that a reader most often means. */
    public Optional<Entry> byId(String id) {
        return byUrl.values().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Where definitions name this one, each place once. */
    public List<Use> definitionsUsing(Entry entry) {
        return usesOf(entry).filter(use -> !use.user().isExample()).toList();
    }

    /** The examples that declare this profile or carry this extension. */
    public List<Entry> examplesUsing(Entry entry) {
        return usesOf(entry).map(Use::user).filter(Entry::isExample).distinct().toList();
    }

    /** What a code of one of our own systems is called. */
    public Optional<Concept> concept(String system, String code) {
        return Optional.ofNullable(
                concepts.getOrDefault(withoutVersion(system), Map.of()).get(code));
    }

    /** The codes of one of our own systems, parents before their children. */
    public List<Concept> concepts(String system) {
        return List.copyOf(
                concepts.getOrDefault(withoutVersion(system), Map.of()).values());
    }

    /** The entries that hold all these words, those first that have them in their title or description. */
    public List<Entry> search(List<String> words) {
        List<String> wanted =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return byPath.values().stream()
                .filter(entry -> wanted.stream().allMatch(texts.getOrDefault(entry, "")::contains))
                .sorted(Comparator.comparingInt(entry -> distance(entry, wanted)))
                .toList();
    }

    private static int distance(Entry entry, List<String> words) {
        String title = (entry.title() + " " + entry.id()).toLowerCase(Locale.ROOT);
        String summary = entry.summary().toLowerCase(Locale.ROOT);
        return words.stream()
                .mapToInt(word -> title.contains(word) ? 0 : summary.contains(word) ? 1 : 2)
                .sum();
    }

    private Stream<Use> usesOf(Entry entry) {
        return uses.getOrDefault(entry.url(), new ArrayList<>()).stream();
    }

    static String withoutVersion(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
