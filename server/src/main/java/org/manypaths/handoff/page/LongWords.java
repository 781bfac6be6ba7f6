package org.manypaths.handoff.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks the words of a page that are longer than any that people write, such as addresses: on paper they alone may be
 * broken, because what runs over the edge of a page is lost. Pure.
 */
final class LongWords {

    /** What fits into one of six columns on A4. */
    private static final int LONGEST = 18;

    /** Beyond tags, and without what XML escapes. */
    private static final Pattern LONG = Pattern.compile("[^\\s<>&;]{" + (LONGEST + 1) + ",}(?=[^<>]*(?:<|$))");

    private LongWords() {}

    static String marked(String html) {
        int body = html.indexOf("<body");
        return html.substring(0, body)
                + LONG.matcher(html.substring(body))
                        .replaceAll(
                                word -> "<span class=\"long\">" + Matcher.quoteReplacement(word.group()) + "</span>");
    }
}
