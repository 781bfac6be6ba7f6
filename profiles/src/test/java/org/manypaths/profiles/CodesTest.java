package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** No code of others is invented: each one in any resource is listed in sources.csv with the display it has there. */
class CodesTest {

    private static final Path LIST = Repository.ROOT.resolve("terminology/sources.csv");
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";

    private static final List<UsedCode> USED = usedCodes();

    private record Key(String system, String code) {}

    @Test
    void everyCodeOfOthersIsListed() {
        Map<Key, Set<String>> listed = listed();
        assertThat(externalCodes().filter(used -> !listed.containsKey(key(used))))
                .isEmpty();
    }

    @Test
    void everyDisplayOfOthersIsTheListedOne() {
        Map<Key, Set<String>> listed = listed();
        assertThat(externalCodes().filter(used -> listed.containsKey(key(used))).filter(used -> !displays(listed, used)
                        .containsAll(used.display().stream().toList())))
                .isEmpty();
    }

    @Test
    void nothingIsListedThatNobodyUses() {
        Set<Key> used = externalCodes().map(CodesTest::key).collect(Collectors.toSet());
        assertThat(listed().keySet().stream().filter(key -> !used.contains(key)))
                .isEmpty();
    }

    @Test
    void everyListedCodeHasASource() {
        assertThat(Repository.table(LIST)).isNotEmpty().allSatisfy(row -> assertThat(row.get("source"))
                .as(row.get("code"))
                .isNotBlank());
    }

    @Test
    void everySnomedCodeHasItsCheckDigit() {
        assertThat(codesOf(SNOMED)).isNotEmpty().allMatch(CheckDigit::isSnomed);
    }

    @Test
    void everyLoincCodeHasItsCheckDigit() {
        assertThat(codesOf(LOINC)).allMatch(CheckDigit::isLoinc);
    }

    @Test
    void theListAgreesWithTheVerifiedFacts() {
        Optional<Path> folder = Repository.shared("terminology");
        assumeThat(folder).isPresent();
        Map<Key, Set<String>> facts =
                displays(Repository.table(folder.get().resolve("terminology-facts.csv")), "system_uri");
        assertThat(listed()).isNotEmpty().allSatisfy((key, displays) -> assertThat(facts.get(key))
                .as(key.toString())
                .isNotNull()
                .containsAll(displays));
    }

    private static Set<String> codesOf(String system) {
        return USED.stream()
                .filter(used -> used.system().equals(system))
                .map(UsedCode::code)
                .collect(Collectors.toSet());
    }

    private static Stream<UsedCode> externalCodes() {
        return USED.stream().filter(UsedCode::isExternal);
    }

    private static Set<String> displays(Map<Key, Set<String>> listed, UsedCode used) {
        return listed.getOrDefault(key(used), Set.of());
    }

    private static Key key(UsedCode used) {
        return new Key(used.system(), used.code());
    }

    private static Map<Key, Set<String>> listed() {
        return displays(Repository.table(LIST), "system");
    }

    private static Map<Key, Set<String>> displays(List<CSVRecord> rows, String systemColumn) {
        Map<Key, Set<String>> displays = new HashMap<>();
        for (CSVRecord row : rows) {
            displays.computeIfAbsent(new Key(row.get(systemColumn), row.get("code")), key -> new HashSet<>())
                    .add(row.get("display"));
        }
        return displays;
    }

    private static List<UsedCode> usedCodes() {
        SortedMap<String, Path> files = new TreeMap<>(Repository.fixtures());
        files.putAll(Repository.SOURCES.definitions());
        files.putAll(Repository.SOURCES.examples());
        return Repository.json(files).entrySet().stream()
                .flatMap(file -> UsedCode.in(file.getKey(), file.getValue()).stream())
                .toList();
    }
}
