package org.manypaths.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What people wrote for the guide by hand, in Markdown: pages, introductions to definitions, and stories.
 *
 * @param pages by the name of the page
 * @param introductions by {@code Type/id} of the definition that each introduces
 * @param stories by the name of the person's folder
 */
record GuideTexts(Map<String, String> pages, Map<String, String> introductions, Map<String, String> stories) {

    private static final Pattern INTRODUCTION = Pattern.compile("([A-Za-z]+)-(.+)-intro");
    private static final Pattern PERSON = Pattern.compile("examples/([^/]+)/story\\.md$");

    static GuideTexts fromClassPath() {
        Map<String, String> pages = new TreeMap<>();
        Map<String, String> introductions = new TreeMap<>();
        for (Resource file : find("classpath*:/guide/*.md")) {
            String name = Optional.ofNullable(file.getFilename()).orElse("").replaceFirst("\\.md$", "");
            Matcher introduction = INTRODUCTION.matcher(name);
            if (introduction.matches()) {
                introductions.put(introduction.group(1) + "/" + introduction.group(2), text(file));
            } else {
                pages.put(name, text(file));
            }
        }
        return new GuideTexts(pages, introductions, readStories());
    }

    private static Map<String, String> readStories() {
        Map<String, String> stories = new TreeMap<>();
        for (Resource file : find("classpath*:/examples/*/story.md")) {
            Matcher person = PERSON.matcher(address(file));
            if (person.find()) {
                stories.put(person.group(1), text(file));
            }
        }
        return stories;
    }

    private static Resource[] find(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
