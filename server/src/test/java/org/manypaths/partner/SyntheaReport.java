package org.manypaths.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of the Synthea bundles, as the tables of {@code docs/synthea.md}. */
final class SyntheaReport {

    private static final String START = "<!-- made by SyntheaIT -->";
    private static final String END = "<!-- end -->";

    private SyntheaReport() {}

    /** Puts the tables between the two marks of the page. */
    static void write(List<SyntheaLoad> loads, Path page) {
        try {
            String text = Files.readString(page);
            int start = text.indexOf(START) + START.length();
            Files.writeString(
                    page, text.substring(0, start) + "\n" + tables(loads) + text.substring(text.indexOf(END)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tables(List<SyntheaLoad> loads) {
        return "| Bundle | MB | Entries | Stored | with warnings | Seconds |\n|---|--:|--:|--:|--:|--:|\n"
                + loads.stream().map(SyntheaReport::line).collect(Collectors.joining())
                + "\n| Warning | Times | For example |\n|---|--:|---|\n"
                + kinds(loads).entrySet().stream()
                        .map(kind -> "| `" + kind.getKey() + "` | " + kind.getValue() + " | "
                                + example(loads, kind.getKey()) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String line(SyntheaLoad load) {
        return "| `%s` | %.1f | %d | %d | %d | %.1f |%n"
                .formatted(
                        load.bundle().name(),
                        load.bundle().json().length() / 1_000_000.0,
                        load.bundle().content().getEntry().size(),
                        load.answer().getEntry().size(),
                        load.entriesWithWarnings(),
                        load.took().toMillis() / 1000.0);
    }

    private static Map<String, Long> kinds(List<SyntheaLoad> loads) {
        return sum(loads.stream().map(SyntheaLoad::warnings).toList());
    }

    /** The sentence that was said most often. */
    private static String example(List<SyntheaLoad> loads, String kind) {
        return sum(loads.stream().map(SyntheaLoad::sentences).toList()).entrySet().stream()
                .filter(sentence -> sentence.getKey().startsWith(kind + " | "))
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(sentence -> sentence.getKey().substring(kind.length() + 3).replace("|", "\\|"))
                .orElse("");
    }

    private static Map<String, Long> sum(List<Map<String, Long>> counts) {
        Map<String, Long> sum = new TreeMap<>();
        counts.forEach(count -> count.forEach((key, times) -> sum.merge(key, times, Long::sum)));
        return sum;
    }
}
