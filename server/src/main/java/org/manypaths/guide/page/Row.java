package org.manypaths.guide.page;

import java.util.Arrays;
import java.util.List;

/**
 * A row of a table, each cell a list of lines.
 *
 * @param anchor by which the row can be linked to, or empty
 * @param depth how far the row is indented below the one it belongs to
 * @param head the cell that says what the row is about
 * @param cells those that follow it
 */
public record Row(String anchor, int depth, List<Line> head, List<List<Line>> cells) {

    private static final int DEEPEST = 6;

    static Row of(Line head, Line... cells) {
        return of(List.of(head), Arrays.stream(cells).map(List::of).toList());
    }

    static Row of(List<Line> head, List<List<Line>> cells) {
        return new Row("", 0, head, cells);
    }

    Row withAnchor(String name) {
        return new Row(name, depth, head, cells);
    }

    /** Whether anything stands in a cell, counted from the one after the head. */
    boolean isFilled(int at) {
        return at < cells.size()
                && cells.get(at).stream().flatMap(line -> line.spans().stream()).anyMatch(span -> !span.text()
                        .isBlank());
    }

    Row withOnly(List<Integer> kept) {
        return new Row(
                anchor,
                depth,
                head,
                kept.stream().filter(at -> at < cells.size()).map(cells::get).toList());
    }

    Row withDepth(int levels) {
        return new Row(anchor, Math.min(levels, DEEPEST), head, cells);
    }
}
