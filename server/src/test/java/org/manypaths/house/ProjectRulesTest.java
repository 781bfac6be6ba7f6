package org.manypaths.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promises about all files of the project. */
class ProjectRulesTest {

    private static final int LONGEST_FILE = 400;

    /** Put together from halves, so that this file does not name them either. */
    private static final Pattern REGISTRY = Pattern.compile(String.join(
            "|",
            "repo1?\\.ma" + "ven\\.(apache\\.)?org",
            "registry\\.np" + "mjs\\.org",
            "registry\\.ya" + "rnpkg",
            "packages2?\\.fh" + "ir\\.org",
            "packages\\.sim" + "plifier\\.net",
            "central\\.son" + "atype",
            "oss\\.son" + "atype",
            "jit" + "pack\\.io",
            "deb\\.deb" + "ian\\.org",
            "pypi\\.o" + "rg",
            "docker\\.i" + "o/",
            "<reposi" + "tor(y|ies)>",
            "\"reso" + "lved\": \"http"));

    /** Words that reduce a person to what they take. */
    private static final Pattern UNDIGNIFIED =
            Pattern.compile("(?i)\\b(abu" + "sers?|add" + "icts?|junk" + "ies?|rel" + "apse[ds]?|alco" + "holics)\\b");

    /** Names that others gave to a treatment or a code, and that are only recognised when spelt their way. */
    private static final Pattern NAMES_OF_OTHERS = Pattern.compile("(?i)rel" + "apse prevention|rel"
            + "apse stage|condition-clinical[^a-z]{1,4}rel" + "apse|\"rel" + "apse\"");

    /** The guide's own, wider check has to spell what it looks for. */
    private static final Path LIST_OF_SUCH_WORDS = Path.of("profiles", "WordsTest.java");

    @Test
    void noFileNamesTheAddressOfARegistry() {
        assertThat(linesOf(Repository.files(), REGISTRY.asPredicate())).isEmpty();
    }

    @Test
    void allTextsSpeakOfPeopleWithDignity() {
        Stream<Path> texts = Repository.files(
                        ".md", ".java", ".fsh", ".html", ".json", ".yaml", ".properties", ".csv", ".txt")
                .filter(file -> !file.endsWith(LIST_OF_SUCH_WORDS));
        assertThat(linesOf(texts, line -> UNDIGNIFIED
                        .matcher(NAMES_OF_OTHERS.matcher(line).replaceAll(""))
                        .find()))
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertThat(Repository.files(".java", ".fsh", ".md", ".sh", ".yaml", ".js", ".mjs", ".css", ".html")
                        .filter(file -> Repository.lines(file).size() > LONGEST_FILE))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Predicate<String> later =
                Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b").asPredicate();
        assertThat(linesOf(Repository.files(".java", ".fsh", ".md", ".sh", ".yaml", ".xml", ".html"), later))
                .isEmpty();
    }

    @Test
    void noCheckOfTheCompilerIsSwitchedOff() {
        Predicate<String> off = Pattern.compile("@Suppress" + "Warnings\\(\\{?\"[A-Z]|-Xep:\\w+:OFF")
                .asPredicate();
        assertThat(linesOf(Repository.files(".java", ".xml"), off)).isEmpty();
    }

    private static List<String> linesOf(Stream<Path> files, Predicate<String> offends) {
        return files.flatMap(file -> numbered(file, Repository.lines(file), offends))
                .toList();
    }

    private static Stream<String> numbered(Path file, List<String> lines, Predicate<String> offends) {
        return IntStream.range(0, lines.size())
                .filter(index -> offends.test(lines.get(index)))
                .mapToObj(index -> Repository.ROOT.relativize(file) + ":" + (index + 1) + ": "
                        + lines.get(index).strip());
    }
}
