package org.manypaths.guide.page;

import java.util.List;
import java.util.Locale;

/**
 * A part of a page under its own heading.
 *
 * @param anchor by which the part can be linked to
 * @param folded whether the part opens only when it is asked for
 * @param prose HTML that {@link Markdown} or the narrative made, or empty
 * @param source text to be shown letter by letter, or empty
 */
public record Block(String anchor, String heading, boolean folded, String prose, List<Table> tables, String source) {

    static Block prose(String heading, String html) {
        return new Block(anchor(heading), heading, false, html, List.of(), "");
    }

    static Block tables(String heading, List<Table> tables) {
        return new Block(anchor(heading), heading, false, "", tables, "");
    }

    static Block table(String heading, Table table) {
        return tables(heading, List.of(table));
    }

    static Block source(String heading, String text) {
        return new Block(anchor(heading), heading, true, "", List.of(), text);
    }

    Block fold() {
        return new Block(anchor, heading, true, prose, tables, source);
    }

    boolean isEmpty() {
        return prose.isEmpty()
                && source.isEmpty()
                && tables.stream().allMatch(table -> table.rows().isEmpty());
    }

    private static String anchor(String heading) {
        return "part-" + heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
