package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our own texts speak of people with dignity. The official displays of others are theirs and stay as they are. */
class WordsTest {

    private static final Pattern FORBIDDEN = Pattern.compile(
            "\\b(abusers?|addicts?|junkies?|(?<!non-)alcoholics?|relaps\\w*|dirty|clients?|non-?complian\\w*"
                    + "|clean (and sober|time|urine|for)|(stay|stayed|got|get|been|be|is|was) clean"
                    + "|failed (treatment|detox|patient|person)|treatment failures?|in denial|drug.seeking)\\b",
            Pattern.CASE_INSENSITIVE);

    @Test
    void definitionsUseNoWordThatWounds() {
        assertThat(found(Repository.SOURCES.definitions())).isEmpty();
    }

    @Test
    void examplesUseNoWordThatWounds() {
        assertThat(found(Repository.SOURCES.examples())).isEmpty();
    }

    @Test
    void storiesUseNoWordThatWounds() {
        List<Path> stories = Repository.list(Repository.ROOT.resolve("examples")).stream()
                .map(person -> person.resolve("story.md"))
                .filter(Files::exists)
                .toList();
        assertThat(stories.stream().flatMap(story -> matches(story.toString(), Repository.text(story))))
                .isEmpty();
    }

    @Test
    void findsSuchAWord() {
        assertThat(matches("a", "A former Addict, clean for a year after a relapse"))
                .hasSize(3);
        assertThat(matches("a", "Clean equipment when new is not to hand; non-alcoholic drinks"))
                .isEmpty();
    }

    private static List<String> found(SortedMap<String, Path> files) {
        SortedMap<String, String> texts = new TreeMap<>();
        Repository.json(files).forEach((file, resource) -> {
            List<String> own = new ArrayList<>();
            collect(resource, own);
            texts.put(file, String.join("\n", own));
        });
        return texts.entrySet().stream()
                .flatMap(text -> matches(text.getKey(), text.getValue()))
                .toList();
    }

    private static Stream<String> matches(String where, String text) {
        return FORBIDDEN.matcher(text).results().map(match -> where + ": " + match.group());
    }

    /** Every string of the resource but the displays of codes that are not ours, and FHIR's own word for a program. */
    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        boolean ofOthers = isOfOthers(node.path("system")) || isOfOthers(node.path("target"));
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!(ofOthers && List.of("display", "concept", "element").contains(property.getKey()))
                    && !property.getKey().equals("mode")) {
                collect(property.getValue(), texts);
            }
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, texts));
        }
    }

    private static boolean isOfOthers(JsonNode system) {
        return system.isTextual() && !system.asText().startsWith(InstalledGuide.BASE);
    }
}
