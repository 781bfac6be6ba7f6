package org.manypaths.guide.page;

import java.util.List;

/** One thing to know about an entry at a glance. */
public record Fact(String label, List<Line> lines) {

    static Fact of(String label, Span... spans) {
        return new Fact(label, List.of(Line.of(spans)));
    }
}
