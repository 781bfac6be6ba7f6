package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each invariant is shown to let good data pass and to find bad data; {@code tests/README.md} tells how. */
class FixtureTest {

    private static final Path TABLE = Path.of("tests/expectations.csv");

    record Issue(String severity, String element, String id) {}

    record Fixture(String file, String profile, Set<Issue> issues) {

        /** The invariant that a passing file is named for, as a row without an element. */
        Stream<String> silent() {
            return issues.stream()
                    .filter(issue -> issue.severity().equals("none"))
                    .map(Issue::id);
        }

        boolean hasIssue(String id) {
            return issues.stream().anyMatch(issue -> issue.id().equals(id));
        }

        Set<Issue> reported(String severity) {
            return issues.stream()
                    .filter(issue -> issue.severity().equals(severity))
                    .collect(Collectors.toSet());
        }
    }

    static Stream<Fixture> fixtures() {
        Map<String, List<CSVRecord>> rows =
                Repository.table(TABLE).stream().collect(Collectors.groupingBy(row -> row.get("file")));
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Fixture(
                        entry.getKey(),
                        entry.getValue().get(0).get("profile"),
                        entry.getValue().stream()
                                .map(row -> new Issue(row.get("severity"), row.get("element"), row.get("issue")))
                                .collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void raisesExactlyTheExpectedIssues(Fixture fixture) {
        Fixture found = validated(fixture);
        assertThat(found.reported("error")).isEqualTo(fixture.reported("error"));
        assertThat(found.reported("warning")).containsAll(fixture.reported("warning"));
        assertThat(fixture.silent().filter(found::hasIssue)).isEmpty();
    }

    @Test
    void everyRowSaysWhatIsExpected() {
        assertThat(fixtures().flatMap(fixture -> fixture.issues().stream()))
                .isNotEmpty()
                .allMatch(issue -> Set.of("none", "warning", "error").contains(issue.severity()))
                .allMatch(issue -> !issue.id().isEmpty())
                .allMatch(issue ->
                        issue.severity().equals("none") == issue.element().isEmpty());
    }

    @Test
    void everyFileIsInTheTable() {
        assertThat(fixtures().map(Fixture::file))
                .containsExactlyInAnyOrderElementsOf(Repository.fixtures().keySet());
    }

    @Test
    void everyInvariantHasAFileThatPasses() {
        assertThat(tested("-p\\d+-pass.json")).containsAll(invariants());
    }

    @Test
    void everyInvariantHasAFileThatFailsByIt() {
        Set<String> found = fixtures()
                .flatMap(fixture -> fixture.issues().stream().map(Issue::id).filter(id -> fixture.file()
                        .matches(id + "-f\\d+-fail.json")))
                .collect(Collectors.toSet());
        assertThat(found).containsAll(invariants());
    }

    private static Set<String> tested(String ending) {
        return Repository.fixtures().keySet().stream()
                .filter(file -> file.matches(".*" + ending))
                .map(file -> file.replaceAll(ending + "$", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> invariants() {
        Set<String> keys = InstalledGuide.GUIDE.definitions().values().stream()
                .filter(StructureDefinition.class::isInstance)
                .flatMap(definition -> ((StructureDefinition) definition).getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .map(constraint -> constraint.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).isNotEmpty();
        return keys;
    }

    private static Fixture validated(Fixture fixture) {
        String json = Repository.text(Path.of("tests", fixture.file()));
        String profile = InstalledGuide.BASE + "StructureDefinition/" + fixture.profile();
        return new Fixture(
                fixture.file(),
                fixture.profile(),
                InstalledGuide.GUIDE.problems(json, profile).stream()
                        .filter(problem -> !ExplainedProblem.covers(problem))
                        .map(FixtureTest::issue)
                        .collect(Collectors.toSet()));
    }

    private static Issue issue(SingleValidationMessage problem) {
        String id = Objects.requireNonNullElse(problem.getMessageId(), "");
        return new Issue(
                problem.getSeverity().name().toLowerCase(Locale.ROOT),
                problem.getLocationString(),
                id.substring(id.indexOf('#') + 1));
    }
}
