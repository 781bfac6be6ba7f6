package org.manypaths.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

/** The stable codes of what the server tells, as the sources have them and as the guide defines them. */
class IssueCodesTest {

    /** An enum of codes says by {@code return "prefix/" + kind} what its constants begin with. */
    private static final Pattern PREFIX = Pattern.compile("return \"([a-z-]+/)\" \\+ \\w+;");

    private static final Pattern CONSTANT = Pattern.compile("(?m)^    [A-Z_]+\\((?:\\d+, )?\"([a-z-]+)\"");
    private static final Pattern WHOLE = Pattern.compile("\"((?:request|validation|audit|export)/[a-z-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`([a-z-]+/[a-z-]+)`");

    @Test
    void definesEveryCodeThatTheServerTells() {
        assertThat(defined()).containsExactlyElementsOf(told());
    }

    @Test
    void documentsEveryCodeThatASenderCanMeet() {
        Set<String> documented = Repository.files(".md")
                .filter(page -> page.startsWith(Repository.ROOT.resolve("docs")))
                .flatMap(page -> DOCUMENTED
                        .matcher(String.join("\n", Repository.lines(page)))
                        .results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).containsAll(told());
    }

    private static Set<String> told() {
        Set<String> codes = new TreeSet<>();
        sources().forEach(source -> {
            codes.addAll(matches(WHOLE, source, ""));
            Matcher prefix = PREFIX.matcher(source);
            if (source.contains("enum ") && prefix.find()) {
                codes.addAll(matches(CONSTANT, source, prefix.group(1)));
            }
        });
        return codes;
    }

    private static Set<String> defined() {
        String json = Repository.text("terminology/resources/CodeSystem-ihrp-issue.json");
        return Fhir.CONTEXT.newJsonParser().parseResource(CodeSystem.class, json).getConcept().stream()
                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> sources() {
        return Repository.files(".java")
                .filter(file -> file.startsWith(Repository.ROOT.resolve("server/src/main/java")))
                .map(file -> String.join("\n", Repository.lines(file)));
    }

    private static Set<String> matches(Pattern pattern, String text, String prefix) {
        Stream<String> found = pattern.matcher(text).results().map(match -> prefix + match.group(1));
        return found.collect(Collectors.toSet());
    }
}
