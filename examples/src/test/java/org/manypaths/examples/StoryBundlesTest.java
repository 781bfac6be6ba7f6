package org.manypaths.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryBundlesTest {

    private static final Path STORIES = Path.of("").toAbsolutePath();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final StoryBundles BUNDLES = new StoryBundles(STORIES);

    static List<Path> people() throws IOException {
        return BUNDLES.people();
    }

    static Stream<String> order() throws IOException {
        return Files.readAllLines(STORIES.resolve("order.txt")).stream();
    }

    @ParameterizedTest
    @MethodSource("order")
    void isOnTheClassPathForWhoLoadsIt(String name) throws IOException {
        assertThat(onClassPath(name).path("type").asText()).isEqualTo("transaction");
    }

    @ParameterizedTest
    @MethodSource("people")
    void everyResourceOfAPersonIsLoadedOnce(Path person) throws IOException {
        List<String> loaded = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> bundle : BUNDLES.bundlesOf(person).entrySet()) {
            if (order().anyMatch((person.getFileName() + "/" + bundle.getKey())::equals)) {
                loaded.addAll(urls(bundle.getValue()));
            }
        }
        assertThat(loaded).containsExactlyInAnyOrderElementsOf(resources(person));
    }

    @Test
    void noBundlePointsToWhatIsNotLoadedYet() throws IOException {
        Set<String> loaded = new HashSet<>();
        for (String name : order().toList()) {
            JsonNode bundle = onClassPath(name);
            loaded.addAll(urls(bundle));
            assertThat(bundle.findValues("reference").stream()
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::asText))
                    .as(name)
                    .isSubsetOf(loaded);
        }
    }

    @ParameterizedTest
    @MethodSource("people")
    void theStoryLeadsOnlyToWhatIsThere(Path person) throws IOException {
        Matcher links = LINK.matcher(Files.readString(person.resolve("story.md")));
        assertThat(links.results().map(link -> person.resolve(link.group(1)))).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("people")
    void storesEachResourceUnderItsOwnId(Path person) throws IOException {
        for (ObjectNode bundle : BUNDLES.bundlesOf(person).values()) {
            assertThat(bundle.path("entry"))
                    .allSatisfy(entry ->
                            assertThat(entry.at("/request/method").asText()).isEqualTo("PUT"));
            assertThat(urls(bundle)).doesNotHaveDuplicates();
        }
    }

    private static List<String> resources(Path person) throws IOException {
        try (Stream<Path> files = Files.list(person)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.replaceFirst("-", "/").replace(".json", ""))
                    .toList();
        }
    }

    private static List<String> urls(JsonNode bundle) {
        List<String> urls = new ArrayList<>();
        bundle.path("entry").forEach(entry -> urls.add(entry.at("/request/url").asText()));
        return urls;
    }

    private static JsonNode onClassPath(String name) throws IOException {
        String file = "/examples/" + name.replace("/", "/bundle-") + ".json";
        try (InputStream stream = StoryBundlesTest.class.getResourceAsStream(file)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(stream, file));
        }
    }
}
