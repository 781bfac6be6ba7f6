package org.manypaths.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The pages say what the code does: no key and no package is missing from them, none is invented. */
class DocumentationTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(manypaths\\.[a-z0-9.-]+|MANYPATHS_[A-Z_]+)");
    private static final Pattern KEY_IN_WORDS = Pattern.compile("`(manypaths\\.[a-z0-9.-]+|MANYPATHS_[A-Z_]+)`");
    private static final Pattern PACKAGE_IN_WORDS = Pattern.compile("`(org\\.manypaths(?:\\.[a-z0-9]+)*)`");

    @Test
    void configurationPageListsEveryKeyAndNoOther() {
        Set<String> documented = found(KEY_IN_WORDS, Stream.of(Repository.text("docs/configuration.md")));
        Set<String> keys = found(PLACEHOLDER, settings().map(Repository::lines).map(lines -> String.join("\n", lines)));
        recordsWithSettings().forEach(type -> addKeys(type, prefix(type), keys));
        assertThat(documented).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void codeMapNamesEveryPackageAndNoOther() {
        Set<String> named = found(PACKAGE_IN_WORDS, Stream.of(Repository.text("ARCHITECTURE.md")));
        assertThat(named).containsExactlyInAnyOrderElementsOf(packages());
    }

    private static Stream<Path> settings() {
        Path resources = Repository.ROOT.resolve("server/src/main/resources");
        return Repository.files(".yaml", ".properties").filter(file -> file.startsWith(resources));
    }

    private static Set<String> packages() {
        return Repository.files("package-info.java")
                .map(Path::toString)
                .filter(file -> file.contains("/src/main/java/"))
                .map(file -> file.replaceAll(".*/src/main/java/|/package-info\\.java", ""))
                .map(folder -> folder.replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> recordsWithSettings() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.manypaths").stream()
                .map(candidate -> ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()), null));
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    private static void addKeys(Class<?> type, String prefix, Set<String> keys) {
        Arrays.stream(type.getRecordComponents()).forEach(component -> {
            String key = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) {
                addKeys(component.getType(), key, keys);
            } else {
                keys.add(key);
            }
        });
    }

    private static Set<String> found(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
